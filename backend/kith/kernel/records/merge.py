"""Makes several records one, and copies one: links follow the winner, the losers wait in the bin."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.fields.names import quoted
from kith.kernel.records import batches, links, values
from kith.kernel.records.create import create_json
from kith.kernel.records.env import environment
from kith.kernel.records.errors import CannotMerge
from kith.kernel.records.load import Present, absence, atomic, load, load_many
from kith.kernel.records.many import change_many
from kith.kernel.records.record import Record, RecordId
from kith.kernel.records.shapes import LINKS, SYSTEM_COLUMNS, Shape, Values, shape
from kith.kernel.records.statements import Row, Write, write_many
from kith.kernel.records.templates import Form
from kith.kernel.records.update import hooked, write_changed
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.json import Json

MERGED_INTO = "_merged_into"
EMPTY: tuple[Json, ...] = (None, [], {}, "")


@dataclass(frozen=True, slots=True)
class Merged:
    """The record that is left, and the batch by which all of it is taken back."""

    json: bytes
    batch: uuid.UUID | None


async def merge(
    ctx: Context,
    object: str | ObjectDef,
    winner: RecordId,
    losers: Sequence[RecordId],
    given: Mapping[str, Json] | None = None,
) -> Record:
    """Merge the losers into the winner; see merge_json."""
    target = shape(ctx, object)
    merged = await merge_json(ctx, target.object, winner, losers, given)
    return Record.parse(target.name, merged.json)


async def merge_json(
    ctx: Context,
    object: str | ObjectDef,
    winner: RecordId,
    losers: Sequence[RecordId],
    given: Mapping[str, Json] | None = None,
) -> Merged:
    """Fill the winner's empty fields from the losers, point everything at it, put the losers into the bin.

    `given` decides fields by hand. All of it is one batch, so that one undo brings everything back.
    """
    target = shape(ctx, object)
    losing = losers_of(ctx, target, winner, losers)
    async with atomic(ctx):
        batch = await batches.begin(ctx, "merge", target.name)
        kept = await load(batch, target, winner, "update")
        gone = await hold(batch, target, losing)
        await _point_at(batch, target, winner, losing)
        await drop(batch, target, winner, gone)
        return Merged(await fill(batch, target, kept, gone, given or {}), batch.batch)


def losers_of(
    ctx: Context, target: Shape, winner: RecordId, losers: Sequence[RecordId]
) -> list[RecordId]:
    """Return each loser once; raise when these cannot be merged, or not by this actor."""
    losing = list(dict.fromkeys(losers))
    if not losing or winner in losing:
        raise CannotMerge
    access.check(ctx, target.name, "update")
    access.check(ctx, target.name, "delete")
    return losing


async def clone(ctx: Context, object: str | ObjectDef, record: RecordId) -> Record:
    """Make a record like this one; see clone_json."""
    target = shape(ctx, object)
    return Record.parse(target.name, await clone_json(ctx, target.object, record))


async def clone_json(ctx: Context, object: str | ObjectDef, record: RecordId) -> bytes:
    """Make a record with the same values, as far as the actor may see and set them; unique fields stay empty."""
    target = shape(ctx, object)
    access.check(ctx, target.name, "create")
    allowed = access.readable(ctx, target.name) & access.writable(ctx, target.name)
    async with atomic(ctx):
        source = await load(ctx, target, record, "read")
        given = {
            name: value
            for name, value in source.plain.items()
            if name in allowed and value not in EMPTY and not target.field(name).unique
        }
        return await create_json(ctx, target.object, given)


async def hold(ctx: Context, target: Shape, losers: Sequence[RecordId]) -> list[Present]:
    """Return the losers, locked; raise for one that is not there or may not be deleted."""
    reach = access.reader(ctx).rows(target.name, "delete")
    found = await load_many(ctx, target, losers, reach)
    for record in losers:
        if record not in found:
            raise await absence(ctx, target, record)
    return [found[record] for record in losers]


async def _point_at(
    ctx: Context, target: Shape, winner: RecordId, losers: Sequence[RecordId]
) -> None:
    """Let every link that leads to a loser lead to the winner. A link is no right: all of them follow."""
    for name, field in target.children:
        if field.name not in SYSTEM_COLUMNS:
            child = shape(ctx, name)
            many = field.kind == LINKS
            table = child.link_table(field.name) if many else child.table
            column = ("source", "target") if many else ("id", quoted(field.name))
            rows = await ctx.unit.fetch(
                f"select distinct {column[0]} as id from {table} where {column[1]} = any($1::uuid[])"
                " order by 1",
                list(losers),
            )
            await _repoint(ctx, child, field, [row["id"] for row in rows], winner, losers)


async def _repoint(
    ctx: Context,
    child: Shape,
    field: FieldDef,
    records: Sequence[uuid.UUID],
    winner: RecordId,
    losers: Sequence[RecordId],
) -> None:
    present = await load_many(ctx, child, records, bin=None)
    gone = {str(loser) for loser in losers}
    changed: dict[uuid.UUID, Values] = {}
    for record, stored in present.items():
        if record in losers and child.name == field.to:
            continue
        new = _replaced(stored.plain.get(field.name), gone, str(winner), own=record == winner)
        changed[record] = {field.name: new}
    await change_many(ctx, child, present, changed)


def _replaced(value: Json, gone: set[str], winner: str, *, own: bool) -> Json:
    """Return the link with the winner in place of the losers; the winner does not point at itself."""
    if not isinstance(value, list):
        return None if own else winner
    kept = (winner if item in gone else item for item in value)
    return list(dict.fromkeys(item for item in kept if not (own and item == winner))) or None


async def drop(ctx: Context, target: Shape, winner: RecordId, losers: Sequence[Present]) -> None:
    """Put the losers into the bin, each with a note of who took it in."""
    form = Form("delete", (), many=True)
    rows = [Row(loser.id, {}, {MERGED_INTO: str(winner)}) for loser in losers]
    await write_many(Write(ctx, target, form, "merge"), rows)


async def fill(
    ctx: Context,
    target: Shape,
    kept: Present,
    losers: Sequence[Present],
    given: Mapping[str, Json],
) -> bytes:
    """Give the winner what was decided by hand, then what it lacks and a loser has; return it as JSON."""
    env = await environment(ctx, target, given, kept.plain, *(loser.plain for loser in losers))
    plain = values.parse(ctx, target, given, env, kept.plain)
    for loser in losers:
        for name, value in loser.plain.items():
            if name in plain or value in EMPTY or target.field(name).kind == "auto_number":
                continue
            if name in target.links:
                both = [*links.ids(kept.plain.get(name)), *links.ids(value)]
                plain[name] = list(dict.fromkeys(str(item) for item in both if item != kept.id))
            elif kept.plain.get(name) in EMPTY:
                plain[name] = value
    plain = await hooked(ctx, target, kept, plain, env)
    changed = {n: v for n, v in plain.items() if v != kept.plain.get(n)}
    written = await write_changed(ctx, target, kept, changed, env)
    return written.json
