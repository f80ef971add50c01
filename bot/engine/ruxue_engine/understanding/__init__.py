"""What a message says: rules in pure Python find the facts, one thin component hands them to Rasa."""
