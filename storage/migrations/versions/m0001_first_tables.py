"""The first tables: people, consents, cases, conversations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
STANDING = sa.text("state <> 'withdrawn'")


def upgrade() -> None:
    """Create every table of the first version."""
    _people()
    _sign_ins()
    _consents()
    _cases()
    _events()
    _chat()


def _people() -> None:
    for name in ("guardians", "children"):
        op.create_table(
            name,
            sa.Column("id", sa.String(), primary_key=True),
            sa.Column("id_number_hash", sa.LargeBinary(), nullable=False),
            sa.Column("id_number", sa.LargeBinary(), nullable=False),
            sa.Column("name", sa.LargeBinary(), nullable=False),
            sa.UniqueConstraint("id_number_hash", name=f"uq_{name}_id_number_hash"),
        )
    op.create_table(
        "households",
        sa.Column("guardian_id", sa.String(), sa.ForeignKey("guardians.id"), primary_key=True),
        sa.Column("child_id", sa.String(), sa.ForeignKey("children.id"), primary_key=True),
    )


def _sign_ins() -> None:
    op.create_table(
        "sign_ins",
        sa.Column("state_hash", sa.LargeBinary(), primary_key=True),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False, index=True),
        sa.Column("used_at", MOMENT),
    )
    op.create_table(
        "bindings",
        sa.Column("conversation_id", sa.String(), primary_key=True),
        sa.Column("guardian_id", sa.String(), sa.ForeignKey("guardians.id"), nullable=False),
        sa.Column("bound_at", MOMENT, nullable=False),
    )


def _consents() -> None:
    op.create_table(
        "consent_grants",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("child_id", sa.String(), sa.ForeignKey("children.id"), nullable=False, index=True),
        sa.Column("data_item", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("granted_by", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("granted_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT),
        sqlite_autoincrement=True,
    )


def _cases() -> None:
    op.create_table(
        "applications",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("guardian_id", sa.String(), sa.ForeignKey("guardians.id"), nullable=False, index=True),
        sa.Column("child_id", sa.String(), sa.ForeignKey("children.id"), nullable=False),
        sa.Column("county", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("declared", sa.LargeBinary(), nullable=False),
        sa.Column("facts", sa.LargeBinary(), nullable=False),
        sa.Column("outcome", sa.LargeBinary()),
        sa.Column("receipt_number", sa.String(), unique=True),
        sa.Column("submitted_at", MOMENT),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_applications_standing",
        "applications",
        ["child_id", "year"],
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    )
    op.create_table(
        "receipt_serials",
        sa.Column("county", sa.String(), primary_key=True),
        sa.Column("year", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("last", sa.Integer(), nullable=False),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("application_id", sa.String(), sa.ForeignKey("applications.id"), primary_key=True),
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("previous_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION 'events are append-only' USING ERRCODE = 'integrity_constraint_violation'; "
            "END $$"
        )
        op.execute(
            "CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events "
            "FOR EACH ROW EXECUTE FUNCTION refuse_event_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER events_no_{change.lower()} BEFORE {change} ON events "
            "BEGIN SELECT RAISE(ABORT, 'events are append-only'); END"
        )


def _chat() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("address_hash", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("offered", sa.LargeBinary()),
    )
    op.create_table(
        "turns",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("message_hash", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False, index=True),
        sa.Column("inbound", sa.LargeBinary(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("replies", sa.LargeBinary()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_turns_stage_conversation_id_number", "turns", ["stage", "conversation_id", "number"])
    op.create_table(
        "vault",
        sa.Column("reference", sa.String(), primary_key=True),
        sa.Column("conversation_id", sa.String(), nullable=False, index=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False, index=True),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("total", sa.Integer(), nullable=False),
    )
