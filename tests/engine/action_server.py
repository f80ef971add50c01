"""A real rasa-sdk action server for the engine's tests, run by the main environment's interpreter."""

import sys
from typing import Any

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.endpoint import create_app
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

Domain = dict[str, Any]


class ValidatePetForm(FormValidationAction):
    """Accepts every animal but the dragon."""

    def name(self) -> str:
        """Name the action."""
        return "validate_pet_form"

    def validate_colour(
        self, value: str, _dispatcher: CollectingDispatcher, _tracker: Tracker, _domain: Domain
    ) -> dict[str, Any]:
        """Accept a colour."""
        return {"colour": value, "remembered": f"colour {value}"}

    def validate_animal(
        self, value: str, _dispatcher: CollectingDispatcher, _tracker: Tracker, _domain: Domain
    ) -> dict[str, Any]:
        """Accept an animal."""
        return {"animal": value}

    def validate_confirmed(
        self, value: object, _dispatcher: CollectingDispatcher, _tracker: Tracker, _domain: Domain
    ) -> dict[str, Any]:
        """Accept a confirmation."""
        return {"confirmed": value}


class ShowPet(Action):
    """Says what was chosen."""

    def name(self) -> str:
        """Name the action."""
        return "action_show_pet"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, _domain: Domain) -> list[Any]:
        """Say the slots and forget them."""
        card = {name: tracker.get_slot(name) for name in ("colour", "animal", "confirmed", "remembered")}
        dispatcher.utter_message(text="登记好了", json_message=card)
        return [SlotSet(name, None) for name in ("colour", "animal", "confirmed")]


class Echo(Action):
    """Says what reached the action."""

    def name(self) -> str:
        """Name the action."""
        return "action_echo"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, _domain: Domain) -> list[Any]:
        """Say the message's metadata and how many events came along."""
        metadata = tracker.latest_message.get("metadata")
        dispatcher.utter_message(
            text="收到", json_message={"metadata": metadata, "events": len(tracker.events)}
        )
        return []


def main() -> None:
    """Serve on the port given as the only argument."""
    executor = ActionExecutor()
    for action in (ValidatePetForm(), ShowPet(), Echo()):
        executor.register_action(action)
    app = create_app(executor)
    app.run(host="127.0.0.1", port=int(sys.argv[1]), single_process=True, access_log=False, motd=False)


if __name__ == "__main__":
    main()
