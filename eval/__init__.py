"""How good is it? Measures on question sets, and benchmarks of speed and size in `bench`."""
