"""Spaced review: cards, schedules, sessions, and the same in Anki."""
