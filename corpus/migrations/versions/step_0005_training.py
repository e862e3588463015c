"""Training: items made of the library, and what learners and trainers do with them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "items",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("card", sa.String, nullable=False, index=True),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("changed", sa.String, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
    )
    op.create_table(
        "bank",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_table(
        "verdicts",
        sa.Column("item", sa.String, primary_key=True),
        sa.Column("accepted", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("trainer", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("person", sa.String, primary_key=True, index=True),
        sa.Column("card", sa.String, nullable=False, index=True),
        sa.Column("item", sa.String, nullable=False, index=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("rating", sa.Integer, nullable=False),
        sa.Column("correct", sa.Boolean),
        sa.Column("occasion", sa.String, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
    )
    op.create_table(
        "schedules",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("card", sa.String, primary_key=True),
        sa.Column("due", sa.String, nullable=False),
        sa.Column("lapses", sa.Integer, nullable=False),
        sa.Column("suspended", sa.Boolean, nullable=False),
        sa.Column("state", sa.JSON, nullable=False),
    )
    op.create_table(
        "marked",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("card", sa.String, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
    )
    op.create_table(
        "plans",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
    )
    op.create_table(
        "steps_done",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("step", sa.String, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_table(
        "worksheets",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("competency", sa.String, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
    )
    op.create_table(
        "recommendations",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("dispute", sa.String, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
    )
    op.create_table(
        "cohorts",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("trainer", sa.String, nullable=False, index=True),
        sa.Column("code", sa.String, nullable=False, unique=True),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_table(
        "cohort_members",
        sa.Column(
            "cohort", sa.String, sa.ForeignKey("cohorts.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("person", sa.String, primary_key=True, index=True),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_table(
        "reported",
        sa.Column("item", sa.String, primary_key=True),
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
    )
