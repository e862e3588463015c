"""The inner tab of spaced review."""
