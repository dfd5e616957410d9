"""The opposite of a set of changes: what has to happen to each record so that they never did."""

import uuid
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.records.bin import delete_parts, deletions, move_many, restore_parts
from kith.kernel.records.change import Change
from kith.kernel.records.errors import ChangedSince, NotYours
from kith.kernel.records.load import Present, load_many
from kith.kernel.records.many import change_many
from kith.kernel.records.shapes import Shape, Values, shape
from kith.kernel.records.statements import Done
from kith.lib.errors import KithError
from kith.lib.json import Json

CHANGED_SINCE = ChangedSince.code
NOT_YOURS = NotYours.code


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record that stays as it is, or whose `fields` do; `reason` is the code of an error."""

    object: str
    id: uuid.UUID
    label: Json
    reason: str
    fields: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """What taking back means for one record; `left` is what the changes left behind."""

    record: uuid.UUID
    changes: list[Change] = field(default_factory=list)
    born: bool = False
    move: Literal["delete", "restore"] | None = None
    values: Values = field(default_factory=dict)
    left: Values = field(default_factory=dict)

    def add(self, change: Change) -> None:
        """Take in the next change; the first word about a field or the bin is what it goes back to."""
        self.changes.append(change)
        match change.action:
            case "create":
                self.born, self.move = True, "delete"
            case "delete" | "merge":
                self.move = self.move or "restore"
            case "restore":
                self.move = self.move or "delete"
            case _ if not self.born:
                for name, value in change.after.items():
                    self.values.setdefault(name, change.before.get(name))
                    self.left[name] = value


@dataclass(slots=True)
class Reversal:
    """Plans for the records of one object on their way back."""

    ctx: Context
    target: Shape
    plans: dict[uuid.UUID, Plan]
    present: dict[uuid.UUID, Present] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    written: dict[uuid.UUID, int] = field(default_factory=dict)

    def refuse(
        self, plan: Plan, reason: str, fields: Mapping[str, Mapping[str, Json]] | None = None
    ) -> None:
        """Note why a record, or some of its fields, stay."""
        stored = self.present.get(plan.record)
        label = None if stored is None else stored.plain.get(self.target.object.title)
        self.conflicts.append(Conflict(self.target.name, plan.record, label, reason, fields or {}))

    def note(self, done: Iterable[Done]) -> None:
        """Remember by which change a record went back."""
        self.written.update({row.id: row.change for row in done})


async def reverse(
    ctx: Context, changes: Sequence[Change], *, preview: bool
) -> tuple[int, tuple[Conflict, ...]]:
    """Take changes back as far as nobody changed the same since; return how many records went, and what stays."""
    conflicts: list[Conflict] = []
    done = 0
    for name in dict.fromkeys(change.object for change in changes):
        plans: dict[uuid.UUID, Plan] = {}
        for change in sorted(changes, key=lambda c: c.id):
            if change.object == name:
                plans.setdefault(change.record, Plan(change.record)).add(change)
        reversal = Reversal(ctx, shape(ctx, name), plans)
        await _look(reversal)
        if not preview:
            await _carry_out(reversal)
        done += len(reversal.plans if preview else reversal.written)
        conflicts += reversal.conflicts
    return done, tuple(conflicts)


async def _look(reversal: Reversal) -> None:
    """See what is there now, and drop from the plans what may not or need not be done."""
    ctx, target = reversal.ctx, reversal.target
    reversal.present = await load_many(ctx, target, [*reversal.plans], bin=None)
    reach = {action: await _reach(reversal, action) for action in ("read", "update", "delete")}
    touched = await _touched(reversal)
    for plan in tuple(reversal.plans.values()):
        stored = reversal.present.get(plan.record)
        if stored is None or plan.record not in reach["read"]:
            del reversal.plans[plan.record]
            continue
        plan.values = {
            n: v for n, v in plan.values.items() if n in target.stored or n in target.links
        }
        _keep_newer(reversal, plan, stored)
        if plan.born and plan.record in touched:
            plan.move = None
            reversal.refuse(plan, CHANGED_SINCE)
        if plan.move is not None and stored.binned == (plan.move == "delete"):
            plan.move = None
        wanted = {"delete"} if plan.move else set()
        wanted |= {"update"} if plan.values else set()
        if any(plan.record not in reach[action] for action in wanted):
            reversal.refuse(plan, NOT_YOURS)
            del reversal.plans[plan.record]
        elif not wanted:
            del reversal.plans[plan.record]


async def _reach(reversal: Reversal, action: Literal["read", "update", "delete"]) -> set[uuid.UUID]:
    ctx, name = reversal.ctx, reversal.target.name
    if not access.can(ctx, name, action):
        return set()
    rows = access.reader(ctx).rows(name, action)
    if rows is None:
        return set(reversal.present)
    return set(await load_many(ctx, reversal.target, [*reversal.present], rows, bin=None))


async def _touched(reversal: Reversal) -> set[uuid.UUID]:
    """Return the new records that people have worked on since."""
    born = {p.record: p.changes[-1].id for p in reversal.plans.values() if p.born}
    rows = await reversal.ctx.unit.fetch(
        f'select distinct c.record from "{reversal.target.schema}"._change c'
        " join unnest($1::uuid[], $2::bigint[]) b (record, id) on b.record = c.record and c.id > b.id"
        " where c.actor is not null and c.undone_by is null and c.action <> 'delete' and c.origin <> 'undo'",
        [*born],
        [*born.values()],
    )
    return {row["record"] for row in rows}


def _keep_newer(reversal: Reversal, plan: Plan, stored: Present) -> None:
    """Leave alone what changed again since, and what the actor may not set unless they did it themselves."""
    ctx, name = reversal.ctx, reversal.target.name
    newer = {
        field: {"now": stored.plain.get(field), "then": value, "back": plan.values[field]}
        for field, value in plan.left.items()
        if field in plan.values and stored.plain.get(field) != value
    }
    if newer:
        visible = access.readable(ctx, name)
        reversal.refuse(plan, CHANGED_SINCE, {f: v for f, v in newer.items() if f in visible})
    own = all(change.actor == ctx.actor.user for change in plan.changes)
    writable = access.writable(ctx, name) | frozenset(
        f for f, s in reversal.target.stored.items() if s.field.readonly
    )
    plan.values = {
        n: v
        for n, v in plan.values.items()
        if n not in newer and v != stored.plain.get(n) and (own or n in writable)
    }


async def _carry_out(reversal: Reversal) -> None:
    """Values first: they free what was unique for those that come back; then those that came back get theirs."""
    steps: tuple[tuple[Callable[[Plan], bool], _Step], ...] = (
        (lambda p: bool(p.values) and not reversal.present[p.record].binned, _values),
        (lambda p: p.move == "restore", _restore),
        (lambda p: bool(p.values) and reversal.present[p.record].binned, _values),
        (lambda p: p.move == "delete", _delete),
    )
    for applies, step in steps:
        await _carefully(reversal, [p for p in reversal.plans.values() if applies(p)], step)
    await _mark(reversal)


async def _carefully(reversal: Reversal, plans: list[Plan], step: "_Step") -> None:
    """Do a step for all at once; where the database refuses, find out for whom."""
    if not plans:
        return
    try:
        async with reversal.ctx.unit.savepoint():
            reversal.note(await step(reversal, plans))
    except KithError as error:
        if len(plans) == 1:
            reversal.refuse(plans[0], error.code)
            return
        middle = len(plans) // 2
        await _carefully(reversal, plans[:middle], step)
        await _carefully(reversal, plans[middle:], step)


_Step = Callable[[Reversal, list[Plan]], Awaitable[Sequence[Done]]]


async def _values(reversal: Reversal, plans: list[Plan]) -> Sequence[Done]:
    changed = {plan.record: plan.values for plan in plans}
    return await change_many(reversal.ctx, reversal.target, reversal.present, changed)


async def _restore(reversal: Reversal, plans: list[Plan]) -> Sequence[Done]:
    ctx, target = reversal.ctx, reversal.target
    gone = await deletions(ctx, target, [plan.record for plan in plans])
    done = await move_many(ctx, target, "restore", list(gone))
    await restore_parts(ctx, target, gone)
    return done


async def _delete(reversal: Reversal, plans: list[Plan]) -> Sequence[Done]:
    ctx, target = reversal.ctx, reversal.target
    records = [plan.record for plan in plans]
    done = await move_many(ctx, target, "delete", records)
    await delete_parts(ctx, target, records)
    return done


async def _mark(reversal: Reversal) -> None:
    """Say in the log what was taken back by what; what an undone undo had taken back holds again."""
    back = {
        change.id: reversal.written[plan.record]
        for plan in reversal.plans.values()
        if plan.record in reversal.written
        for change in plan.changes
    }
    log = f'"{reversal.target.schema}"._change'
    await reversal.ctx.unit.execute(
        f"update {log} set undone_by = null where undone_by = any($1::bigint[])", [*back]
    )
    await reversal.ctx.unit.execute(
        f"update {log} c set undone_by = b.by from unnest($1::bigint[], $2::bigint[]) b (id, by)"
        " where c.id = b.id",
        [*back],
        [*back.values()],
    )
