"""A WebSocket client that speaks ASGI to the application, in the loop of the test."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from kith.lib.json import dumps, loads
from tests.support.house import House

PATIENCE = 5.0


@dataclass
class Tab:
    """One end of a socket: what was received waits in `inbox`; `closed` is the code, once there is one."""

    inbox: "asyncio.Queue[dict[str, Any]]" = field(default_factory=asyncio.Queue)
    outbox: "asyncio.Queue[dict[str, Any]]" = field(default_factory=asyncio.Queue)
    closed: "asyncio.Future[int]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    async def say(self, message: Mapping[str, Any]) -> None:
        """Send a message to the server."""
        await self.outbox.put({"type": "websocket.receive", "text": dumps(message).decode()})

    async def hear(self, kind: str) -> dict[str, Any]:
        """Return the next message of this kind; others are passed over."""
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await self.inbox.get()
                if message["type"] == kind:
                    return message

    async def hears_nothing(self, kind: str) -> bool:
        """Say whether no such message comes in the time in which one would."""
        try:
            async with asyncio.timeout(0.4):
                while (await self.inbox.get())["type"] != kind:
                    pass
        except TimeoutError:
            return True
        return False

    async def send(self, event: Any) -> None:
        """Take an event from the application."""
        if event["type"] == "websocket.send":
            await self.inbox.put(loads(event["text"]))  # type: ignore[arg-type]
        if event["type"] == "websocket.close" and not self.closed.done():
            self.closed.set_result(event.get("code", 1000))


@asynccontextmanager
async def open_tab(
    house: House, client: httpx.AsyncClient, *, query: str = "", origin: str | None = None
) -> AsyncIterator[Tab]:
    """Connect with the client's cookie or token."""
    tab = Tab()
    await tab.outbox.put({"type": "websocket.connect"})
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    headers = [(b"host", b"kith.test"), (b"cookie", cookies.encode())]
    if "authorization" in client.headers:
        headers.append((b"authorization", client.headers["authorization"].encode()))
    if origin is not None:
        headers.append((b"origin", origin.encode()))
    scope = {
        "type": "websocket",
        "path": "/api/live",
        "raw_path": b"/api/live",
        "query_string": query.encode(),
        "headers": headers,
        "subprotocols": [],
        "scheme": "ws",
        "server": ("kith.test", 80),
        "client": ("127.0.0.1", 1),
        "root_path": "",
        "http_version": "1.1",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "extensions": {},
        "state": {},
    }
    serving = asyncio.create_task(house.app(scope, tab.outbox.get, tab.send))  # type: ignore[arg-type]
    try:
        yield tab
    finally:
        await tab.outbox.put({"type": "websocket.disconnect", "code": 1000})
        async with asyncio.timeout(PATIENCE):
            await serving
