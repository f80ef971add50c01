"""The conversation: the life of one message, free of channels, engines and databases."""
