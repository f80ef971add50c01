"""Where the household is registered (hukou), and whose home the family has in the county."""

from ruxue_engine.understanding.residence.going_on import says_where_instead
from ruxue_engine.understanding.residence.message import corrected_residence, residence

__all__ = ["corrected_residence", "residence", "says_where_instead"]
