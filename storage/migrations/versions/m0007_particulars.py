"""What a guardian read off a paper so that a department finds its record, kept sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "particulars",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("grant_id", sa.String(), nullable=False),
        sa.Column("child_id", sa.String(), nullable=False),
        sa.Column("data_item", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_particulars"),
        sa.ForeignKeyConstraint(["grant_id"], ["consent_grants.id"], name="fk_particulars_grant_id"),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name="fk_particulars_child_id"),
        sa.UniqueConstraint("grant_id", name="uq_particulars_grant_id"),
    )
    op.create_index("ix_particulars_child_id", "particulars", ["child_id"])
