"""What a message says: rules in pure Python that find facts, and one thin component that hands them to Rasa."""
