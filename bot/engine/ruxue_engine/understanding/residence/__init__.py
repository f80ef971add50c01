"""Where the household is registered (hukou), and whose home the family has in the county."""

from ruxue_engine.understanding.residence.message import corrected_residence, goes_on, residence

__all__ = ["corrected_residence", "goes_on", "residence"]
