"""A person takes over filings that departments left open too long."""
