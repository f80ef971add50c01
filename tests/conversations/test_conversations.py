"""Every conversation beside this file goes as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conversations.language import Conversation, read
from tests.conversations.play import play
from tests.conversations.rig import Rig

FOLDER = Path(__file__).parent
CONVERSATIONS = [each for path in sorted(FOLDER.glob("*.yml")) for each in read(path)]
FEWEST = 100


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda each: f"{each.file[:-4]}:{each.title}")
def test_conversation_goes_as_written_when_it_is_played(conversation: Conversation, rig: Rig) -> None:
    """Words, choices, cards, and what the assistant keeps."""
    wrong = play(conversation, rig)
    assert not wrong, "\n".join([f"{conversation.file}: {conversation.title}", *wrong])


def test_titles_are_unlike_when_conversations_are_told_apart() -> None:
    """A conversation is found by its title."""
    titles = [each.title for each in CONVERSATIONS]
    assert len(titles) == len(set(titles))


def test_conversations_are_enough_when_all_files_are_counted() -> None:
    """A handful proves nothing."""
    assert len(CONVERSATIONS) >= FEWEST
