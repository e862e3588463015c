"""Filters: what they offer, the form, and what is set."""
