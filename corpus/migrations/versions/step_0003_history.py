"""The history of questions: what people asked, and whether the library answered."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "asked",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("filtered", sa.Boolean, nullable=False),
        sa.Column("cited", sa.JSON, nullable=False),
    )
