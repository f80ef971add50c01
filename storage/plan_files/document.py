"""Read a YAML file strictly: a key written twice is a mistake, not a silent overwrite."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from storage.plan_files.errors import PlanInvalid


class _StrictLoader(yaml.SafeLoader):
    """The safe loader, refusing duplicate keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - the base class's signature
        """Build one mapping; raise ConstructorError at the second of two equal keys."""
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key!r} is written twice; keep one", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)


def read_document(path: Path, name: str) -> object:
    """Read a file into plain data; raise PlanInvalid with the line when it is no YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)  # noqa: S506 - derived from SafeLoader
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise PlanInvalid(name, line, error.problem or "this is not YAML") from error
    except UnicodeDecodeError as error:
        raise PlanInvalid(name, "", "the file is not UTF-8; save it as UTF-8") from error
