"""The history of the tables, one file per change (Alembic).

Migrations only go forward; what must be undone is undone by the next one, or restored from a backup.
"""
