"""Who may sign in, and which children come along."""

import logging
from collections.abc import Callable

import pytest

from enrolment.model.errors import IdentityUnavailable, SignInRefused
from enrolment.model.people import Person
from integrations.identity import OAuth2IdentityProvider

_MOTHER = "370102199003074121"
_CHILD = "37010220201015006X"
_TWIN = "370102202010150043"
_GROWN = "370102200501010011"
_PRIVATE = (_MOTHER, _CHILD, _TWIN, _GROWN, "王芳", "张小轩", "张小宇", "19900000000", "370102")

Answering = Callable[..., OAuth2IdentityProvider]


def _user(**changed: object) -> dict[str, object]:
    user: dict[str, object] = {
        "name": "王芳",
        "id_number": _MOTHER,
        "phone": "19900000000",
        "real_name_verified": True,
        "virtual": False,
        "family": [_member()],
    }
    return user | changed


def _member(
    name: object = "张小轩", id_number: object = _CHILD, relation: object = "子"
) -> dict[str, object]:
    return {"name": name, "id_number": id_number, "relation": relation}


@pytest.mark.parametrize(
    ("user", "reason"),
    [
        (_user(virtual=True), "virtual"),
        (_user(real_name_verified=False), "not verified"),
        (_user(id_number=_CHILD), "minor"),
    ],
)
async def test_sign_in_is_refused_when_the_account_is_no_guardians(
    identity_answering: Answering, user: dict[str, object], reason: str
) -> None:
    """Only a grown-up whose real name was verified may act for a child."""
    with pytest.raises(SignInRefused, match=reason):
        await identity_answering(user).identify("c0de")


@pytest.mark.parametrize(
    ("user", "reason"),
    [
        (_user(virtual=None), "virtual"),
        (_user(virtual="false"), "virtual"),
        (_user(real_name_verified="yes"), "real_name_verified"),
        (_user(real_name_verified=1), "real_name_verified"),
        (_user(name=""), "name"),
        (_user(name=["王芳"]), "name"),
        (_user(name="王" * 51), "name"),
        (_user(name="王\u202e芳"), "name"),
        (_user(id_number="370102199003074122"), "id_number"),
        (_user(id_number=370102199003074121), "id_number"),
        (_user(family=None), "family"),
        (_user(family={"child": _member()}), "family"),
        (_user(family=[_member()] * 51), "family"),
        ({}, "real_name_verified"),
    ],
)
async def test_identity_is_unavailable_when_the_user_info_is_malformed(
    identity_answering: Answering, caplog: pytest.LogCaptureFixture, user: dict[str, object], reason: str
) -> None:
    """What is not as agreed is named by its field, without its value."""
    caplog.set_level(logging.DEBUG)
    with pytest.raises(IdentityUnavailable, match=reason) as refusal:
        await identity_answering(user).identify("c0de")
    told = f"{refusal.value} {refusal.value.__cause__} {caplog.text}"
    assert not [value for value in _PRIVATE if value in told]


async def test_guardian_is_read_when_the_number_is_written_in_full_width(
    identity_answering: Answering,
) -> None:
    """The stored number is the one everybody else uses."""
    user = _user(name=" 王芳 ", id_number="３７０１０２１９９００３０７４１２１")
    identity = await identity_answering(user).identify("c0de")
    assert identity.guardian == Person("王芳", _MOTHER)


@pytest.mark.parametrize(
    ("family", "children"),
    [
        pytest.param([_member(id_number="37010220201015006x")], [_CHILD], id="small x"),
        pytest.param([_member(), _member("张小宇", _TWIN, "女")], [_CHILD, _TWIN], id="twins"),
        pytest.param([_member(), _member()], [_CHILD], id="named twice"),
        pytest.param([_member("张三", "370102198809120313", "配偶"), _member()], [_CHILD], id="spouse"),
        pytest.param([], [], id="no children"),
    ],
)
async def test_children_are_read_when_the_family_is_as_agreed(
    identity_answering: Answering,
    caplog: pytest.LogCaptureFixture,
    family: list[dict[str, object]],
    children: list[str],
) -> None:
    """Children come in the order given, each once; others of the family are no concern of ours."""
    identity = await identity_answering(_user(family=family)).identify("c0de")
    assert [child.id_number for child in identity.children] == children
    assert "left out" not in caplog.text


@pytest.mark.parametrize(
    ("member", "counts"),
    [
        (_member("张小宇", _GROWN), "0 unreadable, 1 no longer"),
        (_member("张小宇", "370102200906100015"), "0 unreadable, 1 no longer"),
        (_member("张小宇", "370102202010150044"), "1 unreadable, 0 no longer"),
        (_member("张小宇", "370102202801010012"), "1 unreadable, 0 no longer"),
        (_member("张小宇", None), "1 unreadable, 0 no longer"),
        (_member(None, _TWIN), "1 unreadable, 0 no longer"),
        (_member("王芳", _MOTHER), "1 unreadable, 0 no longer"),
        ("张小宇", "1 unreadable, 0 no longer"),
    ],
)
async def test_child_is_left_out_and_counted_when_it_cannot_be_enrolled(
    identity_answering: Answering, caplog: pytest.LogCaptureFixture, member: object, counts: str
) -> None:
    """Grown-up children and unreadable entries are left out; the log counts them and names nobody."""
    caplog.set_level(logging.DEBUG)
    identity = await identity_answering(_user(family=[member, _member()])).identify("c0de")
    assert identity.children == (Person("张小轩", _CHILD),)
    assert counts in caplog.text
    assert not [value for value in _PRIVATE if value in caplog.text]


async def test_guardian_has_no_children_when_the_family_was_kept_back(
    identity_answering: Answering,
) -> None:
    """A guardian may agree to be named and not agree to the family being named."""
    user = _user()
    del user["family"]
    assert (await identity_answering(user).identify("c0de")).children == ()


async def test_child_stays_when_it_turns_eighteen_tomorrow(identity_answering: Answering) -> None:
    """The age is measured on the day of the house's clock."""
    almost = _member("张小宇", "370102200906110010")
    identity = await identity_answering(_user(family=[almost])).identify("c0de")
    assert len(identity.children) == 1
