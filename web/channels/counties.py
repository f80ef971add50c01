"""The county a guardian comes with: a QR code's scene, or the link of a county's page."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.delivery import Answer, Listener
from bot.ports import StorageUnavailable
from enrolment.model.plan import Plan
from web.deps import Deps


def served_name(code: str, deps: Deps) -> str | None:
    """The name of a county served, None for any other code."""
    return next((plan.county_name for plan in _served(deps) if plan.county == code), None)


def example_name(deps: Deps) -> str:
    """The name of a county served, to show how one says where one lives."""
    return next((plan.county_name for plan in _served(deps)), "本区")


def only_name(deps: Deps) -> str:
    """The name of the county served where it is the only one, else empty."""
    names = [plan.county_name for plan in _served(deps)]
    return names[0] if len(names) == 1 else ""


def _served(deps: Deps) -> Sequence[Plan]:
    """The plans in force; none while they cannot be read: the pages open all the same."""
    try:
        return deps.served()
    except StorageUnavailable:
        return ()


async def tell_county(conversation_id: str, county: str, key: str, listener: Listener, deps: Deps) -> Answer:
    """Let the engine preset the county of a conversation; raise StorageUnavailable."""
    payload = json.dumps({"county": county})
    return await deps.turns.signal(conversation_id, f"/county_chosen{payload}", f"county:{key}", listener)
