"""Articles, each row visible from one generation on and up to another."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.String, nullable=False, index=True),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("authors", sa.JSON, nullable=False),
        sa.Column("publisher", sa.String, nullable=False),
        sa.Column("date", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("kind", sa.String),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("locator", sa.String, nullable=False, index=True),
        sa.Column("removed", sa.JSON, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("added_in", sa.Integer, nullable=False, index=True),
        sa.Column("removed_in", sa.Integer, index=True),
    )
    op.create_table(
        "published",
        sa.Column("generation", sa.Integer, nullable=False),
    )
