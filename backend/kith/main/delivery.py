"""Tells listeners what happened: right after a notification, and every few seconds in case one was lost."""

import asyncio
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from kith.infra.bus.postgres import PostgresBus
from kith.kernel import api
from kith.lib.errors import KithError
from kith.main.contexts import Contexts, Open

log = logging.getLogger(__name__)
CHANNEL = "kith"
AT_LEAST_EVERY = 5.0
AFTER_TROUBLE = 1.0
LONGEST_REST = 1.0


async def deliver(contexts: Contexts, work: "Work | None" = None) -> None:
    """Deliver for as long as the worker lives."""
    work = work or Work()
    bell = Bell()
    bus = PostgresBus(contexts.database.dsn)
    await bus.subscribe(CHANNEL, bell.ring, bell.ring_everywhere)
    try:
        while True:
            slugs = await bell.wait(contexts)
            await work.rest()
            for slug in slugs:
                await deliver_workspace(contexts, slug)
    finally:
        await bus.close()


async def deliver_workspace(contexts: Contexts, slug: str) -> None:
    """Let every consumer of a workspace that has work catch up; one that fails does not hold up the others."""
    open_one = contexts.opener(slug, None, "listener")
    try:
        names = await api.due(open_one)
    except KithError as error:
        log.warning("nobody in %s can be told just now: %s", slug, error)
        await asyncio.sleep(AFTER_TROUBLE)
        return
    await asyncio.gather(*(_catch_up(open_one, slug, name) for name in names))


async def _catch_up(open_one: Open, slug: str, name: str) -> None:
    try:
        more = True
        while more:
            more = await api.deliver(open_one, name)
    except KithError as error:
        log.warning("%s in %s will try again: %s", name, slug, error)
        await asyncio.sleep(AFTER_TROUBLE)


class Work:
    """Counts the long jobs of this process.

    Who follows the log waits a moment while one writes: an import is done sooner, and its thousands of changes are
    taken in larger bites.
    """

    def __init__(self) -> None:
        self._jobs = 0
        self._over = asyncio.Event()
        self._over.set()

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Mark the time of one long job."""
        self._jobs += 1
        self._over.clear()
        try:
            yield
        finally:
            self._jobs -= 1
            if not self._jobs:
                self._over.set()

    async def rest(self) -> None:
        """Wait until no long job is going on, but not for long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_REST):
                await self._over.wait()


class Bell:
    """Collects the workspaces that have news."""

    def __init__(self) -> None:
        self._slugs: set[str] = set()
        self._everywhere = True
        self._rung = asyncio.Event()
        self._rung.set()

    def ring(self, payload: str) -> None:
        """Note whose news it is; messages about jobs and sign-ins are none."""
        try:
            message = json.loads(payload)
        except ValueError:
            return
        if ("change" in message or "from" in message) and "ws" in message:
            self._slugs.add(str(message["ws"]))
            self._rung.set()

    def ring_everywhere(self) -> None:
        """Messages may have been missed: look everywhere."""
        self._everywhere = True
        self._rung.set()

    async def wait(self, contexts: Contexts) -> list[str]:
        """Return the workspaces to look after next."""
        try:
            async with asyncio.timeout(AT_LEAST_EVERY):
                await self._rung.wait()
        except TimeoutError:
            self._everywhere = True
        self._rung.clear()
        slugs, everywhere = sorted(self._slugs), self._everywhere
        self._slugs, self._everywhere = set(), False
        return await contexts.slugs() if everywhere else slugs
