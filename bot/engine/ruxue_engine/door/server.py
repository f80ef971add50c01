"""Serves the model on the loopback address.

Rasa's own server binds every address, starts without a model when loading fails and imports libraries we
never use; this one refuses to start instead, and is up 2 s sooner.
"""

import logging
from pathlib import Path

from rasa.core import channels
from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.exceptions import RasaException
from rasa.shared.utils.common import class_from_module_path
from rasa.shared.utils.io import read_config_file
from sanic import Sanic

from ruxue_engine import action_client, quiet_logs
from ruxue_engine.action_client import ActionServer
from ruxue_engine.agent import EngineAgent
from ruxue_engine.store.tracker_store import ConversationStore

LOOPBACK = "127.0.0.1"

logger = logging.getLogger(__name__)


class NotConfigured(RasaException):
    """Raised when endpoints.yml or the model leaves the engine without a part it needs."""


def build_agent(project: Path, model: Path) -> EngineAgent:
    """Join the model to the store, the locks and the action server that endpoints.yml names."""
    if not model.is_file():
        raise NotConfigured(f"there is no model at {model}: train one with `python -m ruxue_engine train`")
    endpoints = AvailableEndpoints.read_endpoints(str(project / "endpoints.yml"))
    if endpoints.action is None or not endpoints.action.url:
        raise NotConfigured("endpoints.yml names no action_endpoint")
    store = TrackerStore.create(endpoints.tracker_store)
    if not isinstance(store, ConversationStore):
        raise NotConfigured(
            "endpoints.yml must name ruxue_engine.store.tracker_store.ConversationStore as tracker_store"
        )
    action_client.install()
    actions = ActionServer(endpoints.action.url, **endpoints.action.kwargs)
    return EngineAgent(model, store, LockStore.create(endpoints.lock_store), actions)


def build_app(project: Path, agent: EngineAgent) -> Sanic:
    """Offer the channels that credentials.yml names."""
    app = Sanic("ruxue_engine", configure_logging=False)
    app.ctx.agent = agent
    credentials = read_config_file(str(project / "credentials.yml"))
    offered = [class_from_module_path(path).from_credentials(config) for path, config in credentials.items()]
    channels.channel.register(offered, app, route="/webhooks/")

    @app.listener("after_server_stop")
    async def _close(*_: object) -> None:
        await agent.action_endpoint.close()

    return app


def serve(project: Path, model: Path, port: int) -> int:
    """Serve until stopped; the answer is the exit status."""
    try:
        agent = build_agent(project, model)
    except RasaException as error:
        logger.error("the engine cannot start: %s", error)  # noqa: TRY400 - the message says it all
        return 1
    app = build_app(project, agent)

    @app.listener("before_server_start")
    async def _warm_up(*_: object) -> None:
        # The tokenizer reads its dictionary (0.8 s) at the first message: let that be ours.
        await agent.parse_message("您好")
        quiet_logs.hush_libraries()

    @app.listener("after_server_start")
    async def _announce(*_: object) -> None:
        logger.info("engine ready on http://%s:%s with model %s", LOOPBACK, port, agent.model_name)

    app.run(host=LOOPBACK, port=port, workers=1, access_log=False)
    return 0
