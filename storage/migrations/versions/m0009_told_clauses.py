"""Which clauses conversations were given, and the notices that wait where one changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "told_clauses",
        sa.Column("conversation_id", sa.String(), primary_key=True),
        sa.Column("county", sa.String(), primary_key=True),
        sa.Column("year", sa.Integer(), primary_key=True),
        sa.Column("clause", sa.String(), primary_key=True),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
    )
    op.create_index("ix_told_clauses_county_year", "told_clauses", ["county", "year"])
    op.create_index("ix_told_clauses_told_at", "told_clauses", ["told_at"])
    op.create_table(
        "clause_notices",
        sa.Column("conversation_id", sa.String(), primary_key=True),
        sa.Column("county", sa.String(), primary_key=True),
        sa.Column("year", sa.Integer(), primary_key=True),
        sa.Column("version", sa.String(), primary_key=True),
        sa.Column("clauses", sa.String(), nullable=False),
        sa.Column("queued_at", MOMENT, nullable=False),
    )
    op.create_index("ix_clause_notices_queued_at", "clause_notices", ["queued_at"])
