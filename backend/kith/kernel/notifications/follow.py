"""Reads from the change log whom a change concerns: those it makes responsible, and those who own what it touches."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping, Sequence

from kith.kernel.context import Context
from kith.kernel.feed.lines import MOVES, SILENT, news_of
from kith.kernel.fields.names import quoted
from kith.kernel.notifications.tell import Notice, tell
from kith.kernel.records.change import COLUMNS, Change
from kith.kernel.records.shapes import shape
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.ids import parse_id
from kith.lib.json import Json

USER, OWNER = "user", "owner"
OLD = dt.timedelta(days=3)
"""What happened longer ago is no news any more, whenever it is written down."""
_BULK = "bulk"
"""The origin whose batches are one piece of news, however many records they touch."""
_NOBODYS = frozenset({"import", "undo"})
"""Origins of which only whoever asked for them hears, in another way."""
_NO_NEWS = frozenset({*SILENT, "delete"})
_SINGLE = frozenset({"link", "parent"})
_Owners = Mapping[tuple[str, uuid.UUID], uuid.UUID]


async def follow(ctx: Context, changes: Sequence[Change]) -> None:
    """Tell everybody whom these changes concern."""
    told = await _with_values(ctx, [change for change in changes if _is_news(ctx, change)])
    if not told:
        return
    owners = await _owners(ctx, told)
    await tell(ctx, [notice for change in told for notice in _concerned(ctx, change, owners)])


async def _with_values(ctx: Context, changes: Sequence[Change]) -> list[Change]:
    """Return the changes with what they changed: an import of a million rows is not read for the few that are news."""
    if not changes:
        return []
    rows = await ctx.unit.fetch(
        f"select {COLUMNS} from {quoted(ctx.workspace.schema)}._change where id = any($1::bigint[]) order by id",
        [change.id for change in changes],
    )
    return [Change.of(row) for row in rows]


def _is_news(ctx: Context, change: Change) -> bool:
    known = ctx.catalog.objects.get(change.object)
    if known is None or known.system or change.actor is None or change.at < ctx.now - OLD:
        return False
    return change.action not in _NO_NEWS and change.origin not in _NOBODYS


def _concerned(ctx: Context, change: Change, owners: _Owners) -> Iterator[Notice]:
    known = ctx.catalog.object(change.object)
    responsible = set[uuid.UUID]()
    for member in known.all_fields():
        if member.to == USER and not member.readonly and member.name in change.after:
            for person in _people(change.after[member.name]) - _people(
                change.before.get(member.name)
            ):
                if person != change.actor and person not in responsible:
                    responsible.add(person)
                    reason = "assigned" if member.name == OWNER else "added"
                    yield _notice(change, person, reason)
    for person in _owning(ctx, change, known, owners):
        if person not in responsible and person != change.actor:
            responsible.add(person)
            yield _notice(change, person, "owner" if change.action != "create" else "activity")


def _owning(ctx: Context, change: Change, known: ObjectDef, owners: _Owners) -> Iterator[uuid.UUID]:
    """Yield whose record was changed; of a new note or call, whose record it is about."""
    if change.action == "create":
        for member, target in _about(known, change):
            owner = owners.get((str(member.to), target))
            if owner is not None:
                yield owner
    elif change.action in MOVES or not change.after.keys().isdisjoint(news_of(ctx, known.name)):
        owner = owners.get((change.object, change.record))
        if owner is not None:
            yield owner


def _notice(change: Change, person: uuid.UUID, reason: str) -> Notice:
    together = change.batch is not None and change.origin == _BULK
    topic = f"batch:{change.batch}" if together else ""
    return Notice(
        person, reason, change.object, change.record, change.actor, change.id, topic=topic
    )


def _about(known: ObjectDef, change: Change) -> Iterator[tuple[FieldDef, uuid.UUID]]:
    if not known.config.get("timeline"):
        return
    for member in known.fields:
        target = parse_id(str(change.after.get(member.name) or ""))
        if member.kind in _SINGLE and target is not None:
            yield member, target


async def _owners(ctx: Context, changes: Sequence[Change]) -> _Owners:
    wanted: dict[str, set[uuid.UUID]] = {}
    for change in changes:
        known = ctx.catalog.object(change.object)
        if change.action != "create":
            wanted.setdefault(change.object, set()).add(change.record)
            continue
        for member, target in _about(known, change):
            wanted.setdefault(str(member.to), set()).add(target)
    found: dict[tuple[str, uuid.UUID], uuid.UUID] = {}
    for name, ids in wanted.items():
        if name in ctx.catalog.objects and ctx.catalog.object(name).owned:
            rows = await ctx.unit.fetch(
                f"select id, {quoted(OWNER)} as owner from {shape(ctx, name).table}"
                " where id = any($1::uuid[]) and deleted_at is null",
                sorted(ids),
            )
            found |= {(name, row["id"]): row["owner"] for row in rows if row["owner"]}
    return found


def _people(value: Json) -> set[uuid.UUID]:
    items = value if isinstance(value, list) else [value]
    return {person for item in items if (person := parse_id(str(item or ""))) is not None}
