"""Fakes of the ports: simple classes that keep state, for every test that needs them."""

from tests.fakes.clock import FrozenClock
from tests.fakes.departments import FakeDepartments
from tests.fakes.identity import FakeIdentityProvider
from tests.fakes.ids import CountingIds
from tests.fakes.plans import FakePlans, demonstration_plan
from tests.fakes.work import Store

__all__ = [
    "CountingIds",
    "FakeDepartments",
    "FakeIdentityProvider",
    "FakePlans",
    "FrozenClock",
    "Store",
    "demonstration_plan",
]
