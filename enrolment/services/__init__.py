"""One verb per file: what staff and guardians can have done."""
