"""Words as a YAML file holds them."""

from __future__ import annotations

import re

# YAML folds a line break into a blank; between Chinese words there is none.
_FOLD = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f]|\{)|(?<=\}) (?=[^\x00-\x7f])")


def unfolded(text: str) -> str:
    """Take out the blanks that folded lines leave between Chinese words."""
    return _FOLD.sub("", text)
