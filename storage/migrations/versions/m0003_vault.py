"""The vault: keys in two layers, and the log of who read what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the tables; let the database refuse changes of the log, and deletions before six months."""
    _keys()
    _accesses()


def _keys() -> None:
    op.create_table(
        "wrapping_keys",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("cipher", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary()),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("retired_at", MOMENT),
    )
    op.create_table(
        "data_keys",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("cipher", sa.String(), nullable=False),
        sa.Column("wrapping_key_id", sa.String(), sa.ForeignKey("wrapping_keys.id"), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
    )
    op.create_index("ix_data_keys_wrapping_key_id", "data_keys", ["wrapping_key_id"])


def _accesses() -> None:
    op.create_table(
        "accesses",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("at", MOMENT, nullable=False, index=True),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String()),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("bucket", sa.String(), nullable=False),
        sa.UniqueConstraint(
            "subject_id", "field", "who", "why", "bucket", name="uq_accesses_subject_id_field_who_why_bucket"
        ),
        sqlite_autoincrement=True,
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_access_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "IF TG_OP = 'DELETE' AND OLD.at < now() - interval '180 days' THEN RETURN OLD; END IF; "
            "RAISE EXCEPTION 'the log of accesses is append-only' "
            "USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        op.execute(
            "CREATE TRIGGER accesses_append_only BEFORE UPDATE OR DELETE ON accesses "
            "FOR EACH ROW EXECUTE FUNCTION refuse_access_change()"
        )
        return
    op.execute(
        "CREATE TRIGGER accesses_no_update BEFORE UPDATE ON accesses "
        "BEGIN SELECT RAISE(ABORT, 'the log of accesses is append-only'); END"
    )
    op.execute(
        "CREATE TRIGGER accesses_no_delete BEFORE DELETE ON accesses "
        "WHEN OLD.at > datetime('now', '-180 days') "
        "BEGIN SELECT RAISE(ABORT, 'the log of accesses is append-only'); END"
    )
