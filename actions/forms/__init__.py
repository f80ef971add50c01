"""The forms: one file validates a form and asks its questions."""
