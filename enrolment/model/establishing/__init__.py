"""From department records to facts with their answers."""
