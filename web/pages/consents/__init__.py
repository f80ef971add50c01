"""The page of a guardian's rights: what was agreed to, export, and deletion."""
