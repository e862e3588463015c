"""What a librarian keeps: topics, collections, corrections, and removals that can be undone."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for name in ("original_title", "note_date"):
        op.add_column("article", sa.Column(name, sa.String, nullable=False, server_default=""))
    for name in ("topics", "questions", "collections", "corrected"):
        op.add_column("article", sa.Column(name, sa.JSON, nullable=False, server_default="[]"))
    op.add_column("article", sa.Column("based_on", sa.String))
    op.add_column("article", sa.Column("removed_by_hand", sa.Boolean))
