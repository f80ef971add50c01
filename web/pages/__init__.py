"""The pages guardians and developers open."""
