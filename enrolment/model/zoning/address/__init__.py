"""The text of an address: written one way, its numbers read, its province, city and county known."""
