"""From facts to a category, a school, and the papers still needed."""
