"""The plain runner gives what Rasa's runner gives."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from driver import Dialogue
from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.trackers import DialogueStateTracker


@pytest.fixture(scope="module")
def rasas_runner(model: Path) -> DaskGraphRunner:
    """Load the model as Rasa does."""
    with TemporaryDirectory() as unpacked:
        return load_predict_graph_runner(Path(unpacked), model, LocalModelStorage, DaskGraphRunner)[1]


def test_message_is_understood_alike_when_run_either_way(
    shared_dialogue: Dialogue, rasas_runner: DaskGraphRunner
) -> None:
    """Intent, confidence and entities are the same to the last digit."""
    processor = shared_dialogue.agent.processor
    target = processor.model_metadata.nlu_target
    for text in ("白色的猫", "咨询电话是多少", "天书"):
        inputs = {
            PLACEHOLDER_MESSAGE: [UserMessage(text)],
            PLACEHOLDER_TRACKER: DialogueStateTracker.from_events("a", []),
        }
        ours, theirs = (
            runner.run(inputs, [target])[target][0] for runner in (processor.graph_runner, rasas_runner)
        )
        assert ours.as_dict(only_output_properties=True) == theirs.as_dict(only_output_properties=True)
