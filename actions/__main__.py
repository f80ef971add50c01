"""Serve the actions: `python -m actions`."""

from __future__ import annotations

from bootstrap import serve_actions

if __name__ == "__main__":
    serve_actions()
