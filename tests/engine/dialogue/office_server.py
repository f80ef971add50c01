"""A real action server over real services, whose surroundings are fakes that a test changes by HTTP."""

from __future__ import annotations

import sys
from pathlib import Path

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

    app.run(host="127.0.0.1", port=int(sys.argv[1]), single_process=True, access_log=False, motd=False)


if __name__ == "__main__":
    main()
