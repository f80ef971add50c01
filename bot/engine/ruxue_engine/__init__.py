"""The dialogue engine: Rasa 3.6.21 held to what a parents' conversation needs."""
