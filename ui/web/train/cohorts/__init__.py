"""The inner tab of cohorts: joined by learners, looked after by trainers."""
