"""What happened to a case, and how each audience reads it."""
