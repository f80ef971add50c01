"""What a family can still do, and how far it leads."""
