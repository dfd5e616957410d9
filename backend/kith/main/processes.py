"""What runs in the child processes: `python -m kith.main.processes web|worker`."""

import importlib
import sys
from typing import Any

from granian.constants import Interfaces, Loops
from granian.log import LogLevels
from granian.server import Server as WebServer

from kith.infra import telemetry
from kith.infra.process import die_with_parent
from kith.infra.settings import Settings, from_environment

APP = "kith.main.web:app"


def web(settings: Settings) -> None:
    """Serve HTTP with as many worker processes as the settings say."""
    telemetry.configure(settings.log_level, settings.log_format, "web")
    server = WebServer(
        APP,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        workers=settings.workers,
        loop=Loops.uvloop,
        websockets=True,
        log_enabled=True,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
    )
    server.serve(target_loader=load_app)


def load_app(target: str) -> Any:  # noqa: ANN401 - an ASGI application
    """Runs in each web worker: it must not outlive the web server, whatever kills that."""
    die_with_parent()
    settings = from_environment()
    telemetry.configure(settings.log_level, settings.log_format, "web")
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)


def worker(settings: Settings) -> None:
    """Run background jobs."""
    from kith.main.worker import run  # noqa: PLC0415 - the web needs none of it

    telemetry.configure(settings.log_level, settings.log_format, "worker")
    run(settings)


if __name__ == "__main__":
    {"web": web, "worker": worker}[sys.argv[1]](from_environment())
