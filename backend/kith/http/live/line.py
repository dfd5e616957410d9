"""One connected browser tab: what it watches, and what still has to be sent to it."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from kith.http.seat import Seat
from kith.http.values import identifier
from kith.lib.json import Json, dumps

MOST_WATCHED = 500
_MOST_WAITING = 400
_REFRESH = dumps({"type": "refresh"})


@dataclass(frozen=True, slots=True)
class Watch:
    """Whole objects, and single records of objects."""

    objects: frozenset[str] = frozenset()
    records: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def parse(cls, data: Json) -> Self:
        """Return what a client asks for; what makes no sense is left out."""
        entries = [entry for entry in _list(data) if isinstance(entry.get("object"), str)]
        objects = {str(e["object"]) for e in entries if e.get("id") is None}
        records = {
            (str(e["object"]), str(identifier(e["id"], "watch.id")))
            for e in entries
            if e.get("id") is not None
        }
        return cls(frozenset(objects), frozenset(records))

    def covers(self, object_name: str, record: str) -> bool:
        """Say whether a change of this record is of interest."""
        return object_name in self.objects or (object_name, record) in self.records


@dataclass(eq=False, slots=True)
class Line:
    """A connection. When more waits than a slow client can take, it is told to read everything again instead."""

    secret: str
    seat: Seat
    watch: Watch = field(default_factory=Watch)
    cursor: int | None = None
    _waiting: deque[bytes] = field(default_factory=deque)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _closed: int | None = None

    def put(self, message: bytes) -> None:
        """Send a message as soon as the client can take it."""
        if len(self._waiting) >= _MOST_WAITING:
            self._waiting.clear()
            message = _REFRESH
        self._waiting.append(message)
        self._news.set()

    def refresh(self) -> None:
        """Tell the client that it may have missed something."""
        self._waiting.clear()
        self.put(_REFRESH)

    def close(self, code: int) -> None:
        """End the connection after what is waiting."""
        self._closed = code
        self._news.set()

    @property
    def closed(self) -> int | None:
        """The code with which the connection ends, once somebody decided so."""
        return self._closed

    async def messages(self) -> AsyncIterator[bytes]:
        """Yield what has to be sent, until the connection is to end."""
        while True:
            while self._waiting:
                yield self._waiting.popleft()
            if self._closed is not None:
                return
            self._news.clear()
            await self._news.wait()


def _list(data: Json) -> list[Mapping[str, Json]]:
    entries = data if isinstance(data, list) else []
    return [entry for entry in entries[:MOST_WATCHED] if isinstance(entry, dict)]
