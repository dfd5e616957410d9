"""Rows on their way into the database, each with what is wrong with it."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kith.kernel.context import Context
from kith.kernel.records import links
from kith.kernel.records.errors import FieldProblems, TargetNotFound
from kith.kernel.records.record import RecordId
from kith.kernel.records.shapes import TARGETED, Shape, Values
from kith.lib.errors import KithError
from kith.lib.json import Json

WHOLE = ""
"""Key of a problem that belongs to no single field."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one row; no problems means that it is stored, or was so before when nothing `changed`."""

    id: RecordId | None
    version: int = 0
    problems: Mapping[str, KithError] = field(default_factory=dict)
    changed: bool = True


@dataclass(slots=True)
class Attempt:
    """A row on its way: refused at some point, or stored at the end."""

    id: uuid.UUID
    plain: Values = field(default_factory=dict)
    at: dt.datetime | None = None
    before: Mapping[str, Json] = field(default_factory=dict)
    version: int = 0
    problems: dict[str, KithError] = field(default_factory=dict)

    def refuse(self, error: KithError) -> None:
        """Note what is wrong."""
        self.problems.update(error.problems if isinstance(error, FieldProblems) else {WHOLE: error})

    def outcome(self) -> Outcome:
        """The answer for this row."""
        record = None if self.problems and not self.version else self.id
        return Outcome(record, self.version, self.problems, bool(self.plain))


async def missing_targets(ctx: Context, target: Shape, attempts: Sequence[Attempt]) -> None:
    """Refuse rows that point at records which are not there for the actor; one look per link field."""
    for name in (*target.stored, *target.links):
        link = target.field(name)
        if link.kind not in TARGETED or link.to is None:
            continue
        wanted = [(a, _added(a, name)) for a in attempts if a.plain.get(name)]
        everyone = {record for _, added in wanted for record in added}
        if everyone:
            ids = sorted(uuid.UUID(record) for record in everyone)
            missing = everyone - {str(r) for r in await links.readable(ctx, link.to, ids)}
            for attempt, added in wanted if missing else ():
                if not missing.isdisjoint(added):
                    attempt.refuse(FieldProblems({name: TargetNotFound()}))


def _added(attempt: Attempt, name: str) -> Sequence[str]:
    """Return the ids that the row newly points at, in plain form."""
    now, before = attempt.plain[name], attempt.before.get(name)
    if isinstance(now, str):
        return () if now == before else (now,)
    known = {str(record) for record in links.ids(before)}
    return [i for record in links.ids(now) if (i := str(record)) not in known]
