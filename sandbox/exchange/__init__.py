"""The government data exchange, national signature scheme."""
