"""Tells listeners what happened: right after a notification, and every few seconds in case one was lost."""

import asyncio
import json
import logging

from kith.infra.bus.postgres import PostgresBus
from kith.kernel import api
from kith.lib.errors import KithError
from kith.main.contexts import Contexts, Open

log = logging.getLogger(__name__)
CHANNEL = "kith"
AT_LEAST_EVERY = 5.0
AFTER_TROUBLE = 1.0


async def deliver(contexts: Contexts) -> None:
    """Deliver for as long as the worker lives."""
    bell = Bell()
    bus = PostgresBus(contexts.database.dsn)
    await bus.subscribe(CHANNEL, bell.ring, bell.ring_everywhere)
    try:
        while True:
            for slug in await bell.wait(contexts):
                await deliver_workspace(contexts, slug)
    finally:
        await bus.close()


async def deliver_workspace(contexts: Contexts, slug: str) -> None:
    """Let every consumer of a workspace that has something to do catch up; one that fails does not hold up the others."""
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
