"""School zones: what belongs to a school, and which school an address belongs to."""
