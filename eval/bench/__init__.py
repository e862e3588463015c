"""How fast, how big, how good on this machine: `python -m eval.bench`."""
