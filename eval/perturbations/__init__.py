"""Ways to make a question harder that should not change its answer."""
