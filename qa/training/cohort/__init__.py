"""Learners together: cohorts, how items do among them, and what wants a trainer's eye."""
