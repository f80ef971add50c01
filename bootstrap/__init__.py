"""Joins adapters to ports: the one place that knows every room, and the only reader of the settings."""

from __future__ import annotations

from dataclasses import replace

from bootstrap.foundation import SettingMissing, cipher_of, lay_foundation, read_settings
from bootstrap.upkeep import migrate, open_the_vault, publish_plan, purge, replace_secret

__all__ = [
    "SettingMissing",
    "cipher_of",
    "migrate",
    "open_the_vault",
    "publish_plan",
    "purge",
    "read_settings",
    "replace_secret",
    "serve_actions",
    "serve_web",
]


def serve_web() -> None:
    """Run the public process until it is told to stop."""
    from bootstrap.public import web_deps
    from bootstrap.verifying import open_workflows, verifying
    from web.app import create_app
    from web.server import serve

    foundation = lay_foundation(read_settings())
    workflows = open_workflows(foundation, "web", drains=True)
    verify = verifying(foundation)
    deps = replace(web_deps(foundation, verify), opening=(workflows.launch,))
    settings = foundation.settings
    serve(create_app(deps), host=settings.host, port=settings.port, proxies=settings.proxies)


def serve_actions() -> None:
    """Run the action server until it is told to stop."""
    from actions.server import serve
    from bootstrap.talking import action_services
    from bootstrap.verifying import open_workflows

    foundation = lay_foundation(read_settings())
    workflows = open_workflows(foundation, "actions")
    serve(action_services(foundation), port=foundation.settings.actions_port, opening=workflows.launch)
