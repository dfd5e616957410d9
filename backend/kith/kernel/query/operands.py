"""Finds the values of a request again: JSON becomes what asyncpg sends, or a QueryProblem names its place."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from kith.kernel.expr import Me, MyTeam, Relative, Those
from kith.kernel.fields.protocol import ValueProblem
from kith.kernel.fields.registry import FIELD_TYPES
from kith.kernel.query.errors import DatesOnly, NoSuchDay, PeopleOnly, WrongValue
from kith.kernel.query.params import Binder, Inputs
from kith.kernel.query.relative import DAY, Period, period
from kith.kernel.query.shape import Slot
from kith.kernel.schema import FieldDef
from kith.lib.errors import KithError


def written(field: FieldDef, op: str, slot: Slot, place: str) -> Binder:
    """Find what somebody wrote, read by the field's kind."""
    kind = FIELD_TYPES[field.kind]
    where = f"{place}.value"

    def bind(inputs: Inputs) -> object:
        value = _spelled_out(inputs.values[slot.index], field, inputs, where)
        try:
            return kind.operand(field, op, value, inputs.env)
        except ValueProblem as error:
            raise _wrong(where, field, error) from error

    return bind


def item(binder: Binder, index: int) -> Binder:
    """Find one of a pair."""

    def bind(inputs: Inputs) -> object:
        found = binder(inputs)
        return found[index] if isinstance(found, tuple | list) else found

    return bind


def people(slot: Slot) -> Binder:
    """Find the reader and everyone who reports to the reader, or those whom the reader's rights name."""

    def bind(inputs: Inputs) -> object:
        actor, value = inputs.ctx.actor, inputs.values[slot.index]
        return list(actor.people.get(value.name, ()) if isinstance(value, Those) else actor.team)

    return bind


def keys(inputs: Inputs) -> object:
    """Find the names under which something may be shared with the reader: the reader, units, groups."""
    return list(inputs.ctx.actor.keys)


def today(inputs: Inputs) -> object:
    """Find the reader's date of today."""
    return inputs.ctx.today


def edge(field: FieldDef, slot: Slot, place: str, *, last: bool, timed: bool) -> Binder:
    """Find the first moment of a period, or the first moment after it."""
    where = f"{place}.value"

    def bind(inputs: Inputs) -> object:
        day = _period(inputs.values[slot.index], field, inputs, where)[last]
        if not timed:
            return day
        try:
            return _midnight(day, inputs.ctx.actor.timezone)
        except OverflowError as error:
            raise _wrong(where, field, NoSuchDay()) from error

    return bind


def raw(slot: Slot) -> Binder:
    """Find a value that the shape itself put there."""

    def bind(inputs: Inputs) -> object:
        value = inputs.values[slot.index]
        return list(value) if isinstance(value, tuple) else value

    return bind


def _period(value: object, field: FieldDef, inputs: Inputs, place: str) -> Period:
    try:
        if isinstance(value, Relative):
            found = period(value.name, value.n, inputs.calendar)
        else:
            day = dt.date.fromisoformat(str(value))
            found = (day, day + DAY)
    except (ValueError, OverflowError) as error:
        raise _wrong(place, field, NoSuchDay()) from error
    if found is None:
        raise _wrong(place, field, DatesOnly())
    return found


def _midnight(day: dt.date, timezone: str) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), ZoneInfo(timezone)).astimezone(dt.UTC)


def _spelled_out(value: object, field: FieldDef, inputs: Inputs, place: str) -> object:
    """Put ids for people and days for names; the kind reads the rest."""
    if isinstance(value, tuple):
        return [
            found
            for index, one in enumerate(value)
            for found in _spelled_item(one, index, field, inputs, place)
        ]
    found = list(_spelled_item(value, 0, field, inputs, place))
    return found[0] if len(found) == 1 else found


def _spelled_item(
    value: object, index: int, field: FieldDef, inputs: Inputs, place: str
) -> Iterator[object]:
    match value:
        case Me() | MyTeam() if field.to != "user":
            raise _wrong(place, field, PeopleOnly())
        case Me():
            yield str(inputs.ctx.actor.user)
        case MyTeam():
            yield from (str(user) for user in inputs.ctx.actor.team)
        case Relative():
            if "within" not in FIELD_TYPES[field.kind].operators(field):
                raise _wrong(place, field, DatesOnly())
            first, after = _period(value, field, inputs, place)
            yield (after - DAY if index else first).isoformat()
        case _:
            yield value


def _wrong(place: str, field: FieldDef, reason: KithError) -> WrongValue:
    """Return the problem; the reason is an error of its own, so that it is told in the reader's language too."""
    return WrongValue(place=place, field=field.name, kind=field.kind, reason=reason)
