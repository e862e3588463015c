"""The inner tab of quizzes."""
