"""From the text of a plan file to plain data: strict YAML, inheritance, and where each line stands."""
