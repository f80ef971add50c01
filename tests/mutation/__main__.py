"""Print the mutation score of every shipped plan, and every change that no family noticed."""

from __future__ import annotations

import sys
import time

from storage.plan_files import load
from tests.fakes.plans import PLANS_FOLDER
from tests.mutation.score import score
from tests.mutation.shipped import cases_of, plan_names


def main(wanted: list[str]) -> int:
    """Score the plans named, all when none is; 1 when a changed comparison was not noticed."""
    flips = 0
    for name in wanted or plan_names():
        began = time.perf_counter()
        result = score(load(PLANS_FOLDER / f"{name}.yml").plan, cases_of(name))
        took = time.perf_counter() - began
        killed = result.mutants - len(result.survivors)
        sys.stdout.write(
            f"{name}: {killed} of {result.mutants} changes noticed ({result.percent:.1f}%) by "
            f"{result.families} families in {took:.1f} s\n"
        )
        for survivor in result.survivors:
            sys.stdout.write(f"  {'FLIP ' if survivor.flip else ''}{survivor}\n")
        flips += len(result.flips_survived)
    return 1 if flips else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
