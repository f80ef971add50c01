"""Mistakes in the dialogue's files are found before anybody talks to it."""

import shutil
from pathlib import Path

import pytest
from driver import FIXTURE
from ruxue_engine.__main__ import main


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the fixture's dialogue to where it may be spoilt."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "project"))


def _append(project: Path, name: str, text: str) -> None:
    with (project / name).open("a", encoding="utf-8") as file:
        file.write(text)


def test_validate_passes_when_the_dialogue_is_sound(project: Path) -> None:
    """The fixture has no mistakes."""
    assert main(["validate", "--project", str(project)]) == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "data/rules.yml",
            "  - rule: x\n    steps: [{intent: ask_contact}, {action: utter_missing}]\n",
            id="undefined",
        ),
        pytest.param(
            "data/nlu.yml", "  - intent: unheard_of\n    examples: |\n      - 没听过\n", id="intent"
        ),
        pytest.param("data/rules.yml", "  - rule: [broken\n", id="unreadable"),
    ],
)
def test_validate_fails_when_the_dialogue_has_a_mistake(project: Path, name: str, text: str) -> None:
    """Something undefined, something unused and an unreadable file each fail."""
    _append(project, name, text)
    assert main(["validate", "--project", str(project)]) == 1


def test_train_fails_with_a_reason_when_the_rules_contradict(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A contradiction leaves no model behind."""
    _append(project, "data/rules.yml", "  - rule: x\n    steps: [{intent: greet}, {action: utter_contact}]\n")
    assert main(["train", "--project", str(project), "--model", str(tmp_path / "none.tar.gz")]) == 1
    assert "cannot be trained" in capsys.readouterr().err
    assert not (tmp_path / "none.tar.gz").exists()


def test_model_before_stays_whole_when_a_new_one_takes_its_name(project: Path, tmp_path: Path) -> None:
    """A new model is written beside the old one and renamed, so that an ended training spoils none."""
    model, before = tmp_path / "models" / "it.tar.gz", tmp_path / "before.tar.gz"
    model.parent.mkdir()
    model.write_bytes(b"the model before")
    before.hardlink_to(model)

    assert main(["train", "--project", str(project), "--model", str(model)]) == 0

    assert before.read_bytes() == b"the model before"
    assert model.stat().st_size > len("the model before")
    assert [path.name for path in model.parent.iterdir()] == ["it.tar.gz"]
