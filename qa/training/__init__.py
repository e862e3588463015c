"""Training a newly appointed chief customer officer, out of the library and nothing else."""
