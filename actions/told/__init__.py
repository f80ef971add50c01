"""What a guardian told in free words besides the questions asked: kept, read back, and used."""
