"""What is answered before the engine, and without it: danger, insults, links, writing it cannot read."""
