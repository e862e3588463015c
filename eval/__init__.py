"""How good is it? Measures, figures and benchmarks."""
