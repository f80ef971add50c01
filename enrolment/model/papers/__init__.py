"""Pictures of papers a guardian hands in: what is kept of them, and what is refused."""
