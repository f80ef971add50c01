"""The commands of `ruxue plan`, one file each."""
