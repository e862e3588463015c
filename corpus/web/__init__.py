"""The web: what is fetched from it, how, and what stands in the way."""
