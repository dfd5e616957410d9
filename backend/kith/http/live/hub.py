"""Joins the bus to the sockets: hears what changed, asks once per reader what of it they may see, passes it on."""

import asyncio
import contextlib
import logging
import uuid
from collections import defaultdict
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from kith.http.errors import NotSignedIn
from kith.http.live.line import Line, Watch
from kith.http.live.presence import REPEAT_EVERY, Guest, Key, Presence
from kith.http.live.ring import Heard, Ring
from kith.http.live.visible import events
from kith.http.people import PEOPLE
from kith.http.site import Site
from kith.infra.db.errors import DatabaseUnavailable
from kith.kernel import records
from kith.lib.errors import KithError
from kith.lib.ids import new_id
from kith.lib.json import Json, dumps, loads

LOG = logging.getLogger("kith.live")
CHANNEL = "kith"
SESSION_ENDED = 4401
GOING_AWAY = 1001
# Changes that come together are asked about together; nobody notices the wait.
_GATHER = 0.03
_MOST_AT_ONCE = 200
# An import writes thousands of rows a second; nobody is asked to read again more often than this.
_PAUSE_BETWEEN_MANY = 1.0
_PAUSE_BEFORE_ALL = 0.1
_PING = dumps({"type": "ping"})
_PING_EVERY = 25.0

Message = Mapping[str, Any]
Reader = tuple[uuid.UUID | None, frozenset[str]]
"""Connections with the same user and scopes see the same."""


class Hub:
    """One per process."""

    def __init__(self, site: Site) -> None:
        """Start deaf; `start` begins to listen."""
        self.site = site
        self.lines: dict[str, set[Line]] = defaultdict(set)
        self.presence = Presence(str(new_id()))
        self._rings: dict[str, Ring] = defaultdict(Ring)
        self._heard: dict[str, list[Heard]] = defaultdict(list)
        self._rechecking: set[str] = set()
        self._many: set[tuple[str, str]] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen, and keep connections alive."""
        await self.site.bus.subscribe(CHANNEL, self.hear, self.miss)
        self._begin(self._ping())
        self._begin(self._repeat_presence())

    async def stop(self) -> None:
        """Send everybody away; they come back to another process, or to this one after its restart."""
        for line in self._everybody():
            line.close(GOING_AWAY)
        for task in tuple(self._tasks):
            task.cancel()
        for task in tuple(self._tasks):
            with contextlib.suppress(asyncio.CancelledError):
                await task

    def hear(self, payload: str) -> None:
        """Take one message from the bus."""
        try:
            message = loads(payload)
        except msgspec.DecodeError:
            LOG.warning("the bus carried something that is not JSON")
            return
        if not isinstance(message, dict) or not isinstance(message.get("ws"), str):
            return
        self._sort_out(message["ws"], message)

    def miss(self) -> None:
        """Something may have been missed: remember nothing, let everybody read again."""
        self.site.workspaces.forget()
        self.site.seats.forget()
        self._rings.clear()
        for line in self._everybody():
            line.refresh()

    # Lines

    def join(self, line: Line) -> None:
        """Add a connection."""
        workspace = line.seat.workspace
        self.lines[workspace].add(line)
        cursor = self._rings[workspace].cursor
        line.put(dumps({"type": "hello", "cursor": cursor}))

    def leave(self, line: Line) -> None:
        """Drop a connection."""
        self._move(line, Watch())
        workspace = line.seat.workspace
        self.lines[workspace].discard(line)
        if not self.lines[workspace]:
            del self.lines[workspace]

    async def watch(self, line: Line, wanted: Watch) -> None:
        """Let a connection watch something else; the first time, catch up with what it missed."""
        allowed = await self._readable(line, wanted)
        self._move(line, allowed)
        cursor, line.cursor = line.cursor, None
        if cursor is None:
            return
        missed = self._rings[line.seat.workspace].since(cursor)
        if missed is None:
            line.refresh()
        elif missed:
            await self._tell(line.seat.workspace, missed, [line])

    async def _readable(self, line: Line, wanted: Watch) -> Watch:
        """Return what of a watch its reader may see; nobody learns who else looks at a closed record."""
        async with self.site.open(line.seat, readonly=True) as ctx:
            objects = {o for o in wanted.objects if o in ctx.catalog.objects}
            single = {
                (object_name, record)
                for object_name, record in wanted.records
                if object_name in ctx.catalog.objects
                and await records.is_visible(ctx, object_name, uuid.UUID(record))
            }
        return Watch(frozenset(objects), frozenset(single))

    def _move(self, line: Line, watch: Watch) -> None:
        before, line.watch = line.watch, watch
        guest = Guest(str(line.seat.actor.user), line.seat.actor.name)
        keys: list[Key] = []
        for object_name, record in before.records - watch.records:
            key = (line.seat.workspace, object_name, record)
            if self.presence.leave(key, guest):
                keys.append(key)
        for object_name, record in watch.records - before.records:
            key = (line.seat.workspace, object_name, record)
            if self.presence.enter(key, guest) or len(self.presence.people(key)) > 1:
                keys.append(key)
        self._show_presence(keys)
        if keys:
            self._begin(self._publish_presence(keys))

    # What the bus says

    def _sort_out(self, workspace: str, message: Message) -> None:
        match message:
            case {"presence": news, "node": str(node)}:
                self._show_presence(self.presence.hear(workspace, node, news))
            case {"identity": user}:
                self._recheck(workspace, None if user is None else str(user))
            case {"catalog": version}:
                self._change_catalog(workspace, version)
            case {"settings": str(what)}:
                self._send(self.lines.get(workspace, ()), {"type": "settings", "what": what})
            case {"job": dict(job)}:
                self._pass_on_job(workspace, message.get("actor"), job)
            case {"notification": str(person)}:
                self._ring(workspace, person)
            case {"object": str(object_name)}:
                self._note_change(workspace, object_name, message)

    def _change_catalog(self, workspace: str, version: Json) -> None:
        self.site.workspaces.forget(lambda slug, _: slug == workspace)
        self.site.seats.forget(lambda _, seat: seat.workspace == workspace)
        self._send(self.lines.get(workspace, ()), {"type": "catalog", "version": version})

    def _pass_on_job(self, workspace: str, actor: Json, job: Mapping[str, Json]) -> None:
        owners = [n for n in self.lines.get(workspace, ()) if str(n.seat.actor.user) == actor]
        self._send(owners, {"type": "job", **job})

    def _ring(self, workspace: str, person: str) -> None:
        theirs = [n for n in self.lines.get(workspace, ()) if str(n.seat.actor.user) == person]
        self._send(theirs, {"type": "notification"})

    def _note_change(self, workspace: str, object_name: str, message: Message) -> None:
        if object_name in PEOPLE:
            self._recheck(workspace, str(message.get("id")))
            self._recheck(workspace, None)
        if "change" not in message:
            self._note_many(workspace, object_name)
            return
        heard = Heard(int(message["change"]), object_name, str(message.get("id")))
        self._rings[workspace].add(heard)
        if not self.lines.get(workspace):
            return
        waiting = self._heard[workspace]
        waiting.append(heard)
        if len(waiting) == 1:
            self._begin(self._gather(workspace))

    def _note_many(self, workspace: str, object_name: str) -> None:
        """Many records changed at once, too many to tell one by one: those who watch them read again."""
        self._rings[workspace].clear()
        key = (workspace, object_name)
        if key not in self._many:
            self._many.add(key)
            self._begin(self._tell_many(key))

    async def _tell_many(self, key: tuple[str, str]) -> None:
        await asyncio.sleep(_PAUSE_BETWEEN_MANY)
        self._many.discard(key)
        workspace, object_name = key
        for line in tuple(self.lines.get(workspace, ())):
            watched = line.watch.objects | {name for name, _ in line.watch.records}
            if object_name in watched:
                line.refresh()

    async def _gather(self, workspace: str) -> None:
        await asyncio.sleep(_GATHER)
        while self._heard[workspace]:
            waiting = self._heard[workspace]
            part, self._heard[workspace] = waiting[:_MOST_AT_ONCE], waiting[_MOST_AT_ONCE:]
            await self._tell(workspace, part, tuple(self.lines.get(workspace, ())))
        del self._heard[workspace]

    async def _tell(self, workspace: str, changes: Sequence[Heard], lines: Iterable[Line]) -> None:
        """Ask once per reader, then pass on to each of the reader's connections what it watches."""
        readers: dict[Reader, list[Line]] = defaultdict(list)
        for line in lines:
            if any(line.watch.covers(h.object, h.record) for h in changes):
                readers[line.seat.actor.user, line.seat.actor.scopes].append(line)
        if not readers:
            return
        groups = tuple(readers.values())
        actors = [group[0].seat.actor for group in groups]
        try:
            found = await events(self.site, workspace, [h.id for h in changes], actors)
        except KithError as error:
            LOG.info("live events wait: %s", error)
            for line in (line for group in groups for line in group):
                line.refresh()
            return
        for group, group_events in zip(groups, found, strict=True):
            for event in group_events:
                for line in group:
                    if line.watch.covers(event.change.object, str(event.change.record)):
                        line.put(event.message)

    def _recheck(self, workspace: str, user: str | None) -> None:
        """Somebody changed: forget what was known, see who of those connected may stay; None means everybody."""
        self.site.seats.forget(
            lambda _, seat: (
                seat.workspace == workspace and (user is None or str(seat.actor.user) == user)
            )
        )
        if user is None:
            if workspace not in self._rechecking:
                self._rechecking.add(workspace)
                self._begin(self._recheck_all(workspace))
            return
        for line in self.lines.get(workspace, ()):
            if str(line.seat.actor.user) == user:
                self._begin(self._stay_or_go(line))

    async def _recheck_all(self, workspace: str) -> None:
        """Look at one after the other: an import of users must not ask a thousand times at once."""
        await asyncio.sleep(_PAUSE_BEFORE_ALL)
        self._rechecking.discard(workspace)
        for line in tuple(self.lines.get(workspace, ())):
            await self._stay_or_go(line)

    async def _stay_or_go(self, line: Line) -> None:
        """Close the connection of a session that ended; who sees more or less than before reads again."""
        try:
            seat = await self.site.seats.get(line.secret)
        except NotSignedIn:
            line.close(SESSION_ENDED)
        except KithError as error:
            LOG.info("cannot check a session now: %s", error)
        else:
            before, line.seat = line.seat.actor, seat
            if before != seat.actor:
                line.refresh()

    # Presence

    def _show_presence(self, keys: Iterable[Key]) -> None:
        for key in keys:
            workspace, object_name, record = key
            watching = [
                line
                for line in self.lines.get(workspace, ())
                if (object_name, record) in line.watch.records
            ]
            people: Json = [guest.as_json() for guest in self.presence.people(key)]
            self._send(
                watching,
                {"type": "presence", "object": object_name, "id": record, "people": people},
            )

    async def _publish_presence(self, keys: Iterable[Key]) -> None:
        for message in self.presence.news(keys):
            with contextlib.suppress(DatabaseUnavailable, OSError):
                await self.site.bus.publish(CHANNEL, dumps(message).decode())

    async def _repeat_presence(self) -> None:
        while True:
            await asyncio.sleep(REPEAT_EVERY)
            await self._publish_presence(self.presence.open_here())

    # Small things

    async def _ping(self) -> None:
        """Keep proxies from hanging up, and notice sessions that ended without a signal."""
        while True:
            await asyncio.sleep(_PING_EVERY)
            for line in self._everybody():
                line.put(_PING)
                await self._stay_or_go(line)

    def _everybody(self) -> list[Line]:
        return [line for lines in self.lines.values() for line in lines]

    @staticmethod
    def _send(lines: Iterable[Line], message: Mapping[str, Json]) -> None:
        encoded = dumps(message)
        for line in lines:
            line.put(encoded)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            LOG.error("the live channel met an error", exc_info=task.exception())
