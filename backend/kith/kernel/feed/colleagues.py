"""Who of us has to do with a record, told by the meetings, calls, tasks and notes about it: often and lately counts."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.records.errors import RecordNotFound
from kith.kernel.records.read import is_visible, list_json, name_of
from kith.kernel.records.record import RecordId
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.json import Json, dumps, loads

MOST = 200
"""Of each kind of activity, so many of the latest are looked at."""
SHOWN = 12
HALVES_IN_DAYS = 60.0
STRONG = 3.0
MEDIUM = 1.0
_SINGLE = frozenset({"link", "parent"})


@dataclass(slots=True)
class Tie:
    """What binds a colleague to a record. The score is one per activity, halved every two months."""

    user: Json
    score: float = 0.0
    activities: int = 0
    last_at: dt.datetime | None = None

    def add(self, at: dt.datetime, now: dt.datetime) -> None:
        """Count one more activity."""
        days = max(0.0, (now - at).total_seconds() / 86_400)
        self.score += 0.5 ** (days / HALVES_IN_DAYS)
        self.activities += 1
        self.last_at = at if self.last_at is None else max(self.last_at, at)

    def as_json(self) -> dict[str, Json]:
        """Return the tie as JSON."""
        return {
            "user": self.user,
            "strength": strength(self.score),
            "score": round(self.score, 2),
            "activities": self.activities,
            "last_at": self.last_at and self.last_at.isoformat(),
        }


async def colleagues_json(ctx: Context, object: str | ObjectDef, record: RecordId) -> bytes:
    """Return the colleagues around a record as JSON, the closest first; raise RecordNotFound."""
    name = name_of(object)
    access.check(ctx, name, "read")
    if not await is_visible(ctx, name, record):
        raise RecordNotFound(label=ctx.catalog.label(f"object.{name}", ctx.actor.locale))
    ties: dict[str, Tie] = {}
    for child, field in ctx.catalog.reverse(name):
        definition = ctx.catalog.object(child)
        if not definition.config.get("timeline") or field.kind not in _SINGLE:
            continue
        if access.can(ctx, child, "read") and field.name in access.readable(ctx, child):
            await _add(ctx, ties, definition, field, record)
    order = sorted(ties.values(), key=lambda tie: -tie.score)
    return dumps({"items": [tie.as_json() for tie in order[:SHOWN]]})


def strength(score: float) -> str:
    """Return the word for a score."""
    if score >= STRONG:
        return "strong"
    return "medium" if score >= MEDIUM else "weak"


async def _add(
    ctx: Context, ties: dict[str, Tie], definition: ObjectDef, field: FieldDef, record: RecordId
) -> None:
    """Count the activities of one kind inside the reader's rights."""
    visible = access.readable(ctx, definition.name)
    moment = str(definition.config.get("at") or "created_at")
    moment = moment if moment in visible else "created_at"
    people = [f.name for f in definition.all_fields() if _names_colleagues(f, visible)]
    query = {
        "where": {"field": field.name, "op": "eq", "value": str(record)},
        "sort": [{"by": "created_at", "desc": True}],
        "fields": [*dict.fromkeys((moment, "created_at", *people))],
        "limit": MOST,
        "count": "none",
    }
    page = cast("dict[str, Any]", loads(await list_json(ctx, definition, query)))
    for item in page["items"]:
        at = _moment(ctx, item, moment)
        for user in _users(item, people):
            ties.setdefault(str(user["id"]), Tie(user)).add(at, ctx.now)


def _names_colleagues(field: FieldDef, visible: frozenset[str]) -> bool:
    own = field.name == "owner" or (field.kind == "links" and field.to == "user")
    return own and field.name in visible


def _moment(ctx: Context, item: Mapping[str, Json], name: str) -> dt.datetime:
    """Return when it was; what is still to come counts from when it was planned."""
    made = dt.datetime.fromisoformat(str(item["created_at"]))
    told = item.get(name)
    if told is None:
        return made
    at = dt.datetime.fromisoformat(str(told))
    at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    return at if at <= ctx.now else made


def _users(item: Mapping[str, Json], people: Sequence[str]) -> Iterable[Mapping[str, Json]]:
    """Return each colleague once; those whom the reader may not see are left out."""
    found: dict[str, Mapping[str, Json]] = {}
    for name in people:
        value = item.get(name)
        for user in value if isinstance(value, list) else [value]:
            if isinstance(user, dict) and not user.get("closed"):
                found[str(user["id"])] = user
    return found.values()
