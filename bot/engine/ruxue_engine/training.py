"""Trains and validates the dialogue model by Rasa's own functions.

Rasa's command line is left aside because it sets up a TensorFlow device before every command.
"""

import asyncio
import logging
import os
import sys
import warnings
from pathlib import Path

import structlog
from rasa.model_training import train as train_model
from rasa.shared.exceptions import RasaException
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.validator import Validator


def _importer(project: Path) -> TrainingDataImporter:
    return TrainingDataImporter.load_from_config(
        config_path=str(project / "config.yml"),
        domain_path=str(project / "domain.yml"),
        training_data_paths=[str(project / "data")],
    )


def _quieten() -> None:
    """Keep what the author of the dialogue should read, and drop what Rasa says to its own authors."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    # Questions of a form and utterances of custom actions are used without standing in a rule.
    warnings.filterwarnings("ignore", message=".*is not used in any story or rule")
    # It is said of every slot filled from an entity of the same name.
    warnings.filterwarnings("ignore", message="Slot auto-fill has been removed")


def train(project: Path, model: Path) -> int:
    """Write the model of a project folder; the answer is the exit status.

    It gets its name when it is whole: a training that was ended leaves the model before it as it was.
    """
    _quieten()
    growing = f"growing-{os.getpid()}-{model.name}"
    asyncio.set_event_loop(asyncio.new_event_loop())
    try:
        result = train_model(
            domain=str(project / "domain.yml"),
            config=str(project / "config.yml"),
            training_files=[str(project / "data")],
            output=str(model.parent),
            fixed_model_name=growing,
            force_training=True,
        )
    except RasaException as error:
        sys.stderr.write(f"the model cannot be trained: {type(error).__name__}: {error}\n")
        return 1
    if result.model:
        Path(result.model).replace(model)
    return result.code


def validate(project: Path) -> int:
    """Check a project folder's domain and data; the answer is the exit status.

    Repeated examples and unused intents count as mistakes, unused utterances do not; rules that contradict
    each other are found by train.
    """
    _quieten()
    try:
        validator = Validator.from_importer(_importer(project))
        checks = (
            validator.verify_domain_validity(),
            validator.verify_actions_in_stories_rules(),
            validator.verify_forms_in_stories_rules(),
            validator.verify_form_slots(),
            validator.verify_slot_mappings(),
            validator.verify_intents(ignore_warnings=False),
            validator.verify_example_repetition_in_intents(ignore_warnings=False),
            validator.verify_utterances_in_stories(ignore_warnings=False),
            validator.verify_story_structure(ignore_warnings=False),
        )
    except RasaException as error:
        sys.stderr.write(f"the training data cannot be read: {type(error).__name__}: {error}\n")
        return 1
    return 0 if all(checks) else 1
