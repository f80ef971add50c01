"""Runs the model's components one after the other.

Measured: Rasa's runner builds a new dask graph for each prediction and writes the whole conversation into a
debug line that nobody reads, three times a turn; the order of the components never changes while a model is
served.
"""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage


class PlainGraphRunner(GraphRunner):
    """Runs the components a target needs, in an order worked out once per target."""

    def __init__(self, schema: GraphSchema, nodes: dict[str, GraphNode]) -> None:
        self._schema = schema
        self._nodes = nodes
        self._orders: dict[str, list[str]] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> "PlainGraphRunner":
        """Load every component of a model."""
        nodes = {
            name: GraphNode.from_schema_node(name, node, model_storage, execution_context, hooks)
            for name, node in graph_schema.nodes.items()
        }
        return cls(graph_schema, nodes)

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """Answer the targets' outputs."""
        done: dict[str, tuple[str, Any]] = {name: (name, value) for name, value in (inputs or {}).items()}
        wanted = targets or self._schema.target_names
        for target in wanted:
            for name in self._order(target):
                if name not in done:
                    needs = self._schema.nodes[name].needs.values()
                    done[name] = self._nodes[name](*(done[need] for need in needs))
        return {target: done[target][1] for target in wanted}

    def _order(self, target: str) -> list[str]:
        if target not in self._orders:
            self._orders[target] = list(dict.fromkeys(self._needed_for(target)))
        return self._orders[target]

    def _needed_for(self, name: str) -> list[str]:
        """List what a component needs, deepest first; names without a node are inputs."""
        if name not in self._schema.nodes:
            return []
        return [
            deeper for need in self._schema.nodes[name].needs.values() for deeper in self._needed_for(need)
        ] + [name]
