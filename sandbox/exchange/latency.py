"""How long a call takes: the setting, give or take a fifth, the same in every run."""

from random import Random

_JITTER = 0.2


def latency_seconds(mean_ms: float, seed: int, rid: str, nth_call: int) -> float:
    """Give the time the nth call of a resource takes, in seconds."""
    rng = Random(f"{seed}:{rid}:{nth_call}")  # noqa: S311 - the jitter must be reproducible
    return mean_ms / 1000 * rng.uniform(1 - _JITTER, 1 + _JITTER)
