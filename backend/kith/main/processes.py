"""What runs in the child processes: the web server and the background worker."""

import gc
import importlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Mapping
from typing import Any

from granian.constants import Interfaces, Loops
from granian.log import LogLevels
from granian.server import Server as WebServer

from kith.infra import telemetry
from kith.infra.process import CAN_FORK, die_with_parent
from kith.infra.settings import Settings, from_environment, to_environment

APP = "kith.main.web:app"
PATIENCE = 5
LOADED = ("kith.main.web", "kith.main.worker")


def preload() -> None:
    """Load what every child needs, once, into memory that they will share."""
    gc.disable()
    for name in LOADED:
        importlib.import_module(name)
    gc.enable()
    gc.collect()
    gc.freeze()


def web(settings: Settings) -> None:
    """Serve HTTP with as many worker processes as the settings say."""
    _begin(settings, "web")
    if CAN_FORK:
        multiprocessing.set_start_method("fork", force=True)
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
        workers_kill_timeout=1 if settings.dev else PATIENCE,
    )
    server.serve(target_loader=load_app)


def load_app(target: str) -> Any:  # noqa: ANN401 - an ASGI application
    """Runs in each web worker: it must not outlive the web server, whatever kills that."""
    die_with_parent(signal.SIGKILL)
    settings = from_environment()
    telemetry.configure(settings.log_level, settings.log_format, "web")
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)


def worker(settings: Settings) -> None:
    """Run background jobs."""
    _begin(settings, "worker")
    importlib.import_module("kith.main.worker").run(settings)


def _begin(settings: Settings, name: str) -> None:
    os.environ.update(to_environment(settings))
    telemetry.configure(settings.log_level, settings.log_format, name)


PROCESSES: Mapping[str, Callable[[Settings], None]] = {"web": web, "worker": worker}

if __name__ == "__main__":
    PROCESSES[sys.argv[1]](from_environment())
