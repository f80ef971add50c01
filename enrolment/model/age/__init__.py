"""When a child is of age: birth dates as people say them, and the plan's age rule."""
