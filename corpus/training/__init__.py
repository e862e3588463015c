"""What is kept of training: items and verdicts, reviews and schedules, plans, work, cohorts."""
