"""The inner tab in which trainers judge quiz items."""
