"""Which classifier understands guardians best: what was tried before one was chosen (docs/adr/0016)."""
