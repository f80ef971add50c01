"""The page a guardian hands papers in on."""
