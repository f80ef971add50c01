"""What every channel is reduced to: a message that comes in, replies that go out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class ChannelName(StrEnum):
    """The channels a conversation can be on."""

    WEB = "web"
    WECHAT = "wechat"
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message of a guardian.

    `address` is how the channel names the other side (a web conversation key, an openid), `key` the
    channel's own message key, unique within the address. `picture` is the channel's name of a picture that
    came instead of words, empty without one.
    """

    channel: ChannelName
    address: str = field(repr=False)
    key: str
    text: str = field(repr=False)
    received_at: datetime
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer offered; sending `value` (or the title, or its number) picks it."""

    title: str
    value: str


class Tone(StrEnum):
    """What a line of a card means to a family, whatever its words."""

    PLAIN = ""
    GOOD = "good"
    """Nothing is left to do."""
    TO_DO = "to_do"
    """Something is to be brought."""
    CHECKED = "checked"
    """A record says so."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a card: a label, its value, a small note such as the source, and how it is drawn."""

    label: str
    value: str
    note: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Card:
    """A block with a title and rows: a decision, a consent list, a receipt, a timeline."""

    kind: str
    title: str
    rows: tuple[Row, ...]
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A page to open."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Outbound:
    """One reply, as every channel understands it; the channel decides how to draw it."""

    text: str
    choices: tuple[Choice, ...] = ()
    card: Card | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something personal that the shield took out of a message.

    `problem` is None or the key of what is wrong with it (`check_digit`, `birth_date`, `future`,
    `region`, `length`); `birth_date` (ISO) is what an ID number in order says, for the form to use.
    """

    kind: str
    reference: str
    problem: str | None = None
    birth_date: str | None = None


@dataclass(frozen=True, slots=True)
class EngineReply:
    """One reply as the engine gives it: words with references, never with the data they stand for.

    `card` and `link` name what is to be drawn: `{"kind": …, "ref": …}`.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    card: dict[str, str] | None = None
    link: dict[str, str] | None = None
