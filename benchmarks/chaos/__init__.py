"""Families filed while departments fail and the process that files them is killed again and again."""
