"""Migrations in order; each file name begins with its number."""
