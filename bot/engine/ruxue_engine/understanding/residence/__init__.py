"""Where the household is registered (hukou), and whose home the family has in the county."""

from ruxue_engine.understanding.residence.going_on import goes_on
from ruxue_engine.understanding.residence.message import corrected_residence, residence

__all__ = ["corrected_residence", "goes_on", "residence"]
