"""The stand-in for TensorFlow gives names to inherit from and nothing more."""

import importlib

import pytest
from ruxue_engine.without_tensorflow import ANSWERED_FOR, TensorFlowIsAbsent


@pytest.mark.parametrize("package", sorted(ANSWERED_FOR))
def test_import_gives_a_name_to_inherit_from_when_a_package_is_absent(package: str) -> None:
    """A class may inherit from any name, however deep."""
    module = importlib.import_module(f"{package}.some.depth")
    inherited = type("Inherited", (module.Layer,), {})
    assert issubclass(inherited, module.Layer)


def test_call_is_refused_by_name_when_a_function_is_asked_for() -> None:
    """A use of TensorFlow says which, and what to choose instead."""
    tensorflow = importlib.import_module("tensorflow")
    with pytest.raises(
        TensorFlowIsAbsent, match=r"tensorflow\.math\.reduce_sum was used.*LogisticRegression"
    ):
        tensorflow.math.reduce_sum([1])


def test_instance_is_refused_when_a_subclass_is_made() -> None:
    """A component that needs TensorFlow fails as soon as it is built, not half-way."""
    keras = importlib.import_module("keras")
    inherited = type("Inherited", (keras.Model,), {})
    with pytest.raises(TensorFlowIsAbsent):
        inherited()


def test_import_fails_as_before_when_a_package_is_not_answered_for() -> None:
    """Nothing else is pretended to exist."""
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("torch_that_is_not_here")


def test_rasa_component_is_refused_when_it_needs_tensorflow() -> None:
    """Rasa's own neural model cannot be built by mistake."""
    layers = importlib.import_module("rasa.utils.tensorflow.layers")
    with pytest.raises(TensorFlowIsAbsent):
        layers.SparseDropout(0.5)
