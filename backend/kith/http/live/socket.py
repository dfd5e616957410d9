"""The address of the live channel: lets a seat in, then reads what it watches and sends what happened."""

import asyncio
import contextlib
import logging
from collections.abc import Mapping
from typing import Any

from litestar import WebSocket
from litestar.datastructures import State
from litestar.exceptions import WebSocketDisconnect
from litestar.handlers import WebsocketRouteHandler

from kith.http.body import mapping, parse
from kith.http.doors import secret_of
from kith.http.errors import BodyShape, NotSignedIn, ScopeMissing
from kith.http.live.hub import SESSION_ENDED, Hub
from kith.http.live.line import Line, Watch
from kith.infra.settings import Settings
from kith.lib.errors import KithError

Socket = WebSocket[Any, Any, State]

LOG = logging.getLogger("kith.live")

_OVER = 1000
_REFUSED = 4400
_MOST_BYTES = 200_000
# A client that takes nothing for this long is gone, whatever its connection says.
_PATIENCE = 30.0


async def live(socket: Socket) -> None:
    """Serve one connection from beginning to end."""
    hub: Hub = socket.app.state.hub
    try:
        line = await _let_in(hub, socket)
    except KithError:
        await socket.accept()
        await socket.close(code=SESSION_ENDED)
        return
    await socket.accept()
    hub.join(line)
    sender = asyncio.create_task(_send(socket, line))
    reader = asyncio.create_task(_read(hub, socket, line))
    try:
        done, _ = await asyncio.wait((sender, reader), return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            _report(task)
    finally:
        hub.leave(line)
        for task in (sender, reader):
            task.cancel()
        await asyncio.gather(sender, reader, return_exceptions=True)
        with contextlib.suppress(Exception):
            await socket.close(code=line.closed or _OVER)


def _report(task: asyncio.Task[None]) -> None:
    """Write down what nobody foresaw; a client that went away is no news."""
    error = task.exception()
    if error is not None and not isinstance(error, TimeoutError | ConnectionError):
        LOG.error("a live connection broke", exc_info=error)


async def _let_in(hub: Hub, socket: Socket) -> Line:
    headers = {name: value.decode("latin-1") for name, value in socket.scope["headers"]}
    if not _is_own_page(headers, hub.site.settings):
        raise NotSignedIn
    secret = secret_of(headers.get(b"authorization"), headers.get(b"cookie"))
    if secret is None:
        raise NotSignedIn
    seat = await hub.site.seats.get(secret)
    if "read" not in seat.actor.scopes:
        raise ScopeMissing(scope="read")
    cursor = str(socket.query_params.get("cursor") or "")
    is_number = cursor.isascii() and cursor.isdigit()
    return Line(secret, seat, cursor=int(cursor[:18]) if is_number else None)


def _is_own_page(headers: Mapping[bytes, str], settings: Settings) -> bool:
    """Say whether the page that opens the socket is ours; a strange page must not use somebody's cookie."""
    origin = headers.get(b"origin")
    if origin is None or settings.dev:
        return True
    ours = (headers.get(b"host"), headers.get(b"x-forwarded-host"), _host(settings.public_url))
    return _host(origin) in ours


def _host(url: str | None) -> str:
    return (url or "").partition("://")[2].partition("/")[0]


async def _send(socket: Socket, line: Line) -> None:
    async for message in line.messages():
        async with asyncio.timeout(_PATIENCE):
            await socket.send_text(message.decode())


async def _read(hub: Hub, socket: Socket, line: Line) -> None:
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            text = await socket.receive_text()
            try:
                if len(text) > _MOST_BYTES:
                    raise BodyShape(place="watch", expected="a shorter message")
                body = mapping(parse(text.encode()))
                if "watch" in body:
                    await hub.watch(line, Watch.parse(body["watch"]))
            except KithError:
                line.close(_REFUSED)
                return


LIVE = WebsocketRouteHandler("/api/live")(live)
