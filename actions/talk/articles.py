"""Which article of a county's guide answers a topic."""

from __future__ import annotations

from collections.abc import Collection

# The article on every question that the guide has none for.
OTHER = "other_topic"
# Topics that the guides treat under a narrower name.
_CALLED = {
    "sibling_twins": "twins_siblings",
    "delay_entry": "delay_of_entry",
    "transfer_school": "transfer",
    "social_insurance_residence_permit": "social_insurance",
    "grandparents_hukou": "grandparents_home",
}


def article_on(topic: str, articles: Collection[str]) -> str:
    """Find the article on a topic under its name or as a category; `other_topic` where there is none."""
    called = _CALLED.get(topic, topic)
    names = (topic, called, f"category_{topic}", f"category_{called}")
    return next((name for name in names if name in articles), OTHER)
