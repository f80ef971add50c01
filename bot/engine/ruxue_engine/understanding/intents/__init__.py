"""What a message wants: its intent, the topics it is about, and the questions it asks."""
