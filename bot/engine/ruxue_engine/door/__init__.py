"""How the engine is reached: one door, each message key answered once."""
