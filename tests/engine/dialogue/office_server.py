"""A real action server over real services, whose surroundings are fakes that a test changes by HTTP."""

from __future__ import annotations

import sys
from http import HTTPStatus
from json import loads
from pathlib import Path
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, json

sys.path.insert(0, str(Path(__file__).parents[3]))

from actions.app import create_app
from tests.actions.surroundings import Surroundings


def main() -> None:
    """Serve on the port given as the only argument."""
    surroundings = Surroundings()
    app = create_app(surroundings.services())

    @app.post("/surroundings")
    async def change(request: Request) -> HTTPResponse:
        surroundings.change(request.json)
        return json({})

    slots: dict[str, dict[str, Any]] = {}

    @app.middleware("response")
    async def remember(request: Request, response: HTTPResponse) -> None:
        """Keep what the dialogue holds after each action call."""
        if request.path != "/webhook" or response.status != HTTPStatus.OK:
            return
        call, answer = request.json, loads(response.body or b"{}")
        held = dict(call["tracker"]["slots"])
        held |= {event["name"]: event["value"] for event in answer["events"] if event["event"] == "slot"}
        slots[call["tracker"]["sender_id"]] = held

    @app.get("/known/<conversation>")
    async def known(_: Request, conversation: str) -> HTTPResponse:
        handovers = surroundings.office.store.tables.handovers.values()
        handed_over = [each for each in handovers if each.conversation_id == conversation]
        reason = handed_over[-1].reason.value if handed_over else None
        told = dict(handed_over[-1].summary.facts) if handed_over else {}
        return json({"slots": slots.get(conversation, {}), "handover": reason, "told": told})

    app.run(host="127.0.0.1", port=int(sys.argv[1]), single_process=True, access_log=False, motd=False)


if __name__ == "__main__":
    main()
