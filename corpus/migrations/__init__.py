"""Schema of `library.db`, one file a step, applied by alembic in order."""
