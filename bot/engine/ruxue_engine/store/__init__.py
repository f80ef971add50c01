"""Where conversations are kept: one row each, cut without harm."""
