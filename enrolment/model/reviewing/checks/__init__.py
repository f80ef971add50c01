"""The checks of a review, one family a file: each takes a plan and gives what it finds."""
