"""Handing in papers: see what is asked for, add pages, change them, hand them in."""
