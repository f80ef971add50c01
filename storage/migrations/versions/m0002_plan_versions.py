"""Published plans: versions that nobody can change."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the table, and let the database refuse any change of a version."""
    op.create_table(
        "plan_versions",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("county", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("county", "year", "serial", name="uq_plan_versions_county_year_serial"),
        sa.UniqueConstraint("county", "year", "version", name="uq_plan_versions_county_year_version"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plan_versions_sha256", "plan_versions", ["sha256"], unique=True)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_plan_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION 'published plans do not change' "
            "USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        op.execute(
            "CREATE TRIGGER plan_versions_append_only BEFORE UPDATE OR DELETE ON plan_versions "
            "FOR EACH ROW EXECUTE FUNCTION refuse_plan_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER plan_versions_no_{change.lower()} BEFORE {change} ON plan_versions "
            "BEGIN SELECT RAISE(ABORT, 'published plans do not change'); END"
        )
