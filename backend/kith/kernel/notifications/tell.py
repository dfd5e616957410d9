"""Puts notices into people's inboxes: one line per thing and reason until it is read, none that was not wanted."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kith.infra.identity import preferences
from kith.kernel.context import Context
from kith.lib.json import Json, dumps

CHANNEL = "kith"
REASONS = ("assigned", "added", "owner", "activity", "mentioned", "due", "reminder", "import")
"""Why somebody may be told; each can be switched off by the person."""
PREFERENCE = "notifications"
"""The preference under which a person keeps what they do not want: {"off": [reasons]}."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Who is told about which record, and why.

    `topic` is what makes two notices one line (by default the record); `once` makes sure that nobody is told again,
    read or not, however often the same is noticed.
    """

    person: uuid.UUID
    reason: str
    object: str
    record: uuid.UUID
    actor: uuid.UUID | None = None
    change: int | None = None
    topic: str = ""
    once: str | None = None
    count: int = 1

    @property
    def line(self) -> tuple[uuid.UUID, str, str, str]:
        """What is the same for notices of one line."""
        return (self.person, self.reason, self.object, self.topic or str(self.record))


async def tell(ctx: Context, notices: Iterable[Notice]) -> None:
    """Put the notices into the inboxes and ring the bells, all in this transaction."""
    wanted = _joined(await _wanted(ctx, list(notices)))
    if not wanted:
        return
    await _store(ctx, [notice for notice in wanted if notice.once is None])
    await _store_once(ctx, [notice for notice in wanted if notice.once is not None])
    for person in sorted({notice.person for notice in wanted}):
        body = {"ws": ctx.workspace.slug, "notification": str(person)}
        await ctx.unit.execute("select pg_notify($1, $2)", CHANNEL, dumps(body).decode())


async def _wanted(ctx: Context, notices: Sequence[Notice]) -> list[Notice]:
    people = {notice.person for notice in notices}
    kept = await preferences.of_people(ctx.unit, ctx.workspace.id, sorted(people), PREFERENCE)
    return [notice for notice in notices if notice.reason not in _off(kept.get(notice.person))]


def _off(preference: Json) -> Sequence[Json]:
    off = preference.get("off") if isinstance(preference, dict) else None
    return off if isinstance(off, list) else []


def _joined(notices: Sequence[Notice]) -> list[Notice]:
    """Make one of what would be one line: the latest, with the count of all."""
    found: dict[object, Notice] = {}
    for notice in notices:
        before = found.get(notice.line)
        found[notice.line] = (
            notice if before is None else replace(notice, count=before.count + notice.count)
        )
    return list(found.values())


async def _store(ctx: Context, notices: Sequence[Notice]) -> None:
    await ctx.unit.executemany(
        f'insert into "{ctx.workspace.schema}"._notification as n'
        " (person, reason, object, topic, record, actor, change, count, at)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        " on conflict (person, reason, object, topic) where read_at is null do update"
        " set record = excluded.record, actor = excluded.actor, change = excluded.change,"
        " count = n.count + excluded.count, at = greatest(n.at, excluded.at)",
        [(*n.line[:3], n.line[3], n.record, n.actor, n.change, n.count, ctx.now) for n in notices],
    )


async def _store_once(ctx: Context, notices: Sequence[Notice]) -> None:
    await ctx.unit.executemany(
        f'insert into "{ctx.workspace.schema}"._notification'
        " (person, reason, object, topic, record, actor, change, once, at)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing",
        [(*n.line[:3], n.once, n.record, n.actor, n.change, n.once, ctx.now) for n in notices],
    )
