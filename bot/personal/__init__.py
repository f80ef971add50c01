"""Personal data in what people type: where it is, and what it says."""
