"""Starts the sandbox on loopback: `python -m sandbox`."""

import uvicorn

from sandbox.app import create_app
from sandbox.settings import SandboxSettings


def main() -> None:
    """Serve the stand-ins until interrupted."""
    settings = SandboxSettings()
    # An access log would hold the ID numbers and codes of query strings.
    uvicorn.run(create_app(settings), host="127.0.0.1", port=settings.port, access_log=False)


if __name__ == "__main__":
    main()
