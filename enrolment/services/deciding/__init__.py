"""What a family said, what that makes of it, and how it is told."""
