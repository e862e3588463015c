"""Opinions on answers: given under them, reviewed by evaluators."""
