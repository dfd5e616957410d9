"""Serve an installation: database, upgrade, web and worker processes, and a few friendly lines."""

import asyncio
import functools
import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from kith.infra.db import Database
from kith.infra.postgres import Server
from kith.infra.process import CAN_FORK, run_apart
from kith.infra.settings import Settings, to_environment
from kith.main.crew import Crew, Fork, Member, Program
from kith.main.installation import Installation, open_installation, say
from kith.main.ports import choose_port
from kith.main.processes import PROCESSES, preload
from kith.main.upgrade import upgrade

ADDRESS = "{address}"
"""Stands in a printed line for the address of the web app, which is known when the port is."""
Prepare = Callable[[Database, Settings], Awaitable[Sequence[str]]]


def serve(settings: Settings, prepare: Prepare | None = None) -> int:
    """Serve until somebody asks to stop. `prepare` fills the database first and returns lines to print."""
    return serve_with(settings, prepare=prepare)


def serve_with(
    settings: Settings,
    *,
    prepare: Prepare | None = None,
    extra: Callable[[Settings], tuple[Member, ...]] | None = None,
    watch: Callable[[], bool] | None = None,
) -> int:
    """Serve with `extra` processes; when `watch` says so, all of them start anew."""
    port, placeholder = choose_port(settings)
    with placeholder, open_installation(settings, exclusive=True) as installation:
        if port != settings.port:
            say(f"port {settings.port} is taken; using {port}")
        fork = CAN_FORK and not settings.dev
        if fork:
            preload()
        lines = _prepare(installation, prepare, fork=fork)
        settings = replace(installation.settings, port=port, port_is_fixed=True)
        server = installation.server
        team = forked(settings, server) if fork else executed(settings)
        crew = Crew(
            (*team, *(extra(settings) if extra else ())),
            server,
            say,
            watch,
        )
        status = crew.run(lambda: _announce(crew, settings, lines))
        say("stopping")
    say("stopped; nothing is left running")
    return status


def forked(settings: Settings, server: Server | None) -> tuple[Member, ...]:
    """The processes of a serving installation, sharing what we have loaded."""

    def child(run: Callable[[Settings], None]) -> None:
        if server is not None:
            server.forget()
        run(settings)

    return tuple(
        Member(name, Fork(functools.partial(child, run))) for name, run in PROCESSES.items()
    )


def executed(settings: Settings) -> tuple[Member, ...]:
    """The same processes by command, so that each start loads the sources anew."""
    env = {**os.environ, **to_environment(settings)}
    program = (sys.executable, "-P", "-m", "kith.main.processes")
    return tuple(Member(name, Program((*program, name), env)) for name in PROCESSES)


def _prepare(installation: Installation, prepare: Prepare | None, *, fork: bool) -> Sequence[str]:
    """Upgrade and fill. In a child, because whoever forks must not have threads or a used event loop."""

    def run() -> list[str]:
        return asyncio.run(_prepare_database(installation, prepare))

    lines: list[str] = run_apart(run) if fork else run()
    return lines


async def _prepare_database(installation: Installation, prepare: Prepare | None) -> list[str]:
    database = await Database.open(installation.url, max_size=4)
    try:
        await upgrade(database, installation.settings, say)
        return list(await prepare(database, installation.settings)) if prepare else []
    finally:
        await database.close()


def _announce(crew: Crew, settings: Settings, lines: Sequence[str]) -> None:
    address = (
        f"http://{'localhost' if settings.host == '127.0.0.1' else settings.host}:{settings.port}"
    )
    while not crew.stopping and not _answers(settings):
        if not any(member.is_running() for member in crew.members):
            return
        time.sleep(0.05)
    if crew.stopping:
        return
    address = (settings.public_url or address).rstrip("/")
    print(f"\n  Kith is ready:  {address}", flush=True)
    for line in lines:
        print(f"  {line.replace(ADDRESS, address)}", flush=True)
    print("\n  Ctrl-C stops it.\n", flush=True)


def _answers(settings: Settings) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)  # noqa: S104 - compared
    try:
        with urllib.request.urlopen(f"http://{host}:{settings.port}/api/health", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
