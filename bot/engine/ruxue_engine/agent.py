"""The agent: Rasa's own, with our store, our action calls and no failure passed over.

Rasa's agent wraps the store so that it goes on in memory, and its processor swallows the failures of
actions.
"""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, NoReturn

from rasa.core.actions.action import Action, ActionExecutionRejection
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.lock_store import LockStore
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event
from rasa.shared.core.trackers import DialogueStateTracker

from ruxue_engine.action_client import ActionServer
from ruxue_engine.door.replies import Reply, ReplyCollector, recorded_replies
from ruxue_engine.failures import EngineFailed
from ruxue_engine.graph_runner import PlainGraphRunner
from ruxue_engine.store.tracker_store import ConversationStore

# How often a second message of the same sender looks whether the first is done.
SECONDS_BETWEEN_TRIES = 0.02


class Answered(NamedTuple):
    """The replies to one message, and whether they were given before."""

    replies: list[Reply]
    replayed: bool


class _Unforgiving(Action):
    """An action whose failure ends the turn."""

    def __init__(self, action: Action) -> None:
        self._action = action

    def name(self) -> str:
        """Name the action."""
        return self._action.name()

    def event_for_successful_execution(self, prediction: PolicyPrediction) -> ActionExecuted:
        """Describe the action as done."""
        return self._action.event_for_successful_execution(prediction)

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        """Run the action; only a form's own rejection is let through."""
        try:
            return await self._action.run(output_channel, nlg, tracker, domain)
        except ActionExecutionRejection:
            raise
        except Exception as error:
            raise EngineFailed from error


class Processor(MessageProcessor):
    """Rasa's message processor, with our way to run a model and no action's failure passed over."""

    @staticmethod
    def _load_model(model_path: str | Path) -> tuple[str, ModelMetadata, PlainGraphRunner]:
        with TemporaryDirectory() as unpacked:
            metadata, runner = load_predict_graph_runner(
                Path(unpacked), Path(model_path), LocalModelStorage, PlainGraphRunner
            )
        return Path(model_path).name, metadata, runner

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        return await super()._run_action(_Unforgiving(action), tracker, output_channel, nlg, prediction)


def _give_up(*_circuit: object) -> NoReturn:
    """End a turn that would go on predicting actions for ever."""
    raise EngineFailed


class EngineAgent(Agent):
    """Answers each message key once."""

    def __init__(
        self, model: Path, store: ConversationStore, locks: LockStore, actions: ActionServer
    ) -> None:
        super().__init__(lock_store=locks, action_endpoint=actions)
        self.tracker_store = store
        self.processor = Processor(
            model_path=model,
            tracker_store=store,
            lock_store=locks,
            generator=self.nlg,
            action_endpoint=actions,
            on_circuit_break=_give_up,
        )
        self.domain = self.processor.domain
        store.domain = self.domain
        self.nlg.responses = self.domain.responses
        actions.introduce(self.domain)

    async def answer(self, sender: str, text: str, key: str, metadata: Mapping[str, Any]) -> Answered:
        """Answer a message, or repeat what was answered when the key has been seen."""
        async with self.lock_store.lock(sender, wait_time_in_seconds=SECONDS_BETWEEN_TRIES):
            recorded = recorded_replies(await self.tracker_store.row(sender), key)
            if recorded is not None:
                return Answered(recorded, replayed=True)
            said = ReplyCollector()
            message = UserMessage(
                text, said, sender, input_channel=said.name(), message_id=key, metadata=dict(metadata)
            )
            await self.processor.handle_message(message)
            return Answered(said.replies, replayed=False)
