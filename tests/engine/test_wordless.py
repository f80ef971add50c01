"""What is stored of a message: what was understood, none of its words."""

import json

from ruxue_engine.store.wordless import wordless

USER = {
    "event": "user",
    "text": "想上解放路一小，户口在历下",
    "metadata": {"now": "2027-06-10T09:30:00+08:00", "channel": "web"},
    "parse_data": {
        "text": "想上解放路一小，户口在历下",
        "intent": {"name": "inform"},
        "entities": [
            {"entity": "school", "value": "解放路一小", "start": 2, "end": 7},
            {"entity": "hukou", "value": "370102", "start": 8, "end": 10},
        ],
    },
}


def test_nothing_as_it_was_said_is_stored_when_a_message_names_a_school() -> None:
    """Values of a few kinds stay; a name in the guardian's own words goes, as all words do."""
    stored = wordless(USER)

    assert [each["entity"] for each in stored["parse_data"]["entities"]] == ["hukou"]
    assert "解放路" not in json.dumps(stored, ensure_ascii=False)
    assert stored["metadata"] == {"now": USER["metadata"]["now"]}


def test_event_stays_as_it_is_when_it_is_no_message() -> None:
    """Slots and actions hold no words."""
    assert (
        wordless({"event": "slot", "name": "told", "value": '{"permit":"yes"}'})["value"]
        == '{"permit":"yes"}'
    )
