"""The dialogue engine, over its HTTP channel."""

from integrations.rasa.engine import RasaEngine

__all__ = ["RasaEngine"]
