"""Departments' answers, kept sealed, and the runs that ask for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "department_replies",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("question_hash", sa.LargeBinary(), nullable=False),
        sa.Column("child_id", sa.String(), nullable=False),
        sa.Column("grant_id", sa.String(), nullable=False),
        sa.Column("data_item", sa.String(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("reply", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name="fk_department_replies_child_id"),
        sa.ForeignKeyConstraint(["grant_id"], ["consent_grants.id"], name="fk_department_replies_grant_id"),
        sa.UniqueConstraint("id", name="uq_department_replies_id"),
        sa.UniqueConstraint("question_hash", name="uq_department_replies_question_hash"),
        sqlite_autoincrement=True,
    )
    for column in ("child_id", "grant_id"):
        op.create_index(f"ix_department_replies_{column}", "department_replies", [column])
    op.create_table(
        "verification_runs",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("run", sa.String(), nullable=False),
        sa.Column("asking_until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("application_id", name="pk_verification_runs"),
        sa.ForeignKeyConstraint(
            ["application_id"], ["applications.id"], name="fk_verification_runs_application_id"
        ),
    )
