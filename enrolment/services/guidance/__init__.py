"""What an office does with articles of its own, and with questions nobody answered."""
