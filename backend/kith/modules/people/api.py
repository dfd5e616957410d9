"""What other modules may ask about people: who is tied to whom, whom we know, and who works here."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from kith.kernel.api import Actor, Context, Record, RecordId, records
from kith.kernel.context import SYSTEM_PROFILE
from kith.lib.json import Json

ENDS = ("contact", "account")
RELATION_FIELDS = [
    "kind",
    "inverse",
    "strength",
    "since",
    "note",
    *ENDS,
    "to_contact",
    "to_account",
]
ACQUAINTANCE_FIELDS = ["user", "contact", "strength", "since", "note"]
MOST = 200
AT_ONCE = 1000
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation as one end sees it: "is the manager of", to whom."""

    id: RecordId
    kind: str
    strength: str | None
    object: str
    other: Json
    since: Json
    note: Json

    def as_json(self) -> dict[str, Json]:
        """Return the tie as JSON."""
        return {
            "id": str(self.id),
            "kind": self.kind,
            "strength": self.strength,
            "object": self.object,
            "other": self.other,
            "since": self.since,
            "note": self.note,
        }


async def ties(ctx: Context, end: str, record_id: RecordId) -> tuple[Tie, ...]:
    """Return the relations of a contact or an account, whichever end it is, as it sees them."""
    query = {
        "where": {"or": [_is(end, record_id), _is(f"to_{end}", record_id)]},
        "fields": RELATION_FIELDS,
        "limit": MOST,
        "count": "none",
    }
    page = await records.list(ctx, "relation", query)
    return tuple(_tie(relation, end, record_id) for relation in page.items)


async def who_knows(ctx: Context, end: str, record_id: RecordId) -> tuple[Record, ...]:
    """Return the acquaintances of our people with a contact, with anybody at an account, or of a user."""
    path = {"account": "contact.account"}.get(end, end)
    query = {
        "where": _is(path, record_id),
        "sort": [{"by": "strength", "desc": True}],
        "fields": ACQUAINTANCE_FIELDS,
        "limit": MOST,
        "count": "none",
    }
    return (await records.list(ctx, "acquaintance", query)).items


async def colleagues(ctx: Context) -> tuple[Record, ...]:
    """Return the active users, by name."""
    query = {
        "where": {"field": "active", "op": "eq", "value": True},
        "sort": [{"by": "name"}],
        "limit": MOST,
        "count": "none",
    }
    return (await records.list(ctx, "user", query)).items


def in_the_name_of(ctx: Context, user: Record, at: dt.datetime) -> Context:
    """Return a context in which Kith writes down what a colleague did then; for history, never for new facts."""
    actor = Actor(
        user=user.id,
        name=str(user["name"]),
        profile=SYSTEM_PROFILE,
        team=(user.id,),
        locale=str(user.get("locale") or ctx.workspace.locale),
        timezone=str(user.get("timezone") or ctx.workspace.timezone),
    )
    return replace(ctx, actor=actor, now=at)


def at_work(user: Record, at: dt.datetime) -> dt.datetime:
    """Return the moment near this one when the colleague is at work; a later moment never comes earlier."""
    zone = ZoneInfo(str(user.get("timezone") or "UTC"))
    local = at.astimezone(zone)
    share = (local.hour * 60 + local.minute) / (24 * 60)
    if local.weekday() > FRIDAY:
        local += dt.timedelta(days=7 - local.weekday())
        share = share / 4 + (0 if at.astimezone(zone).weekday() == FRIDAY + 1 else 0.25)
    elif local.weekday() == 0:
        share = 0.5 + share / 2
    minutes = 9 * 60 + share * 9 * 60
    return local.replace(hour=int(minutes // 60), minute=int(minutes % 60)).astimezone(dt.UTC)


async def write_history(
    ctx: Context,
    users: Mapping[RecordId, Record],
    name: str,
    rows: Sequence[tuple[RecordId, Mapping[str, Json]]],
) -> list[str]:
    """Make records in the names of colleagues, each row with whose it is and its own `created_at`; return their ids."""
    places: defaultdict[RecordId, list[int]] = defaultdict(list)
    for i, (user, _) in enumerate(rows):
        places[user].append(i)
    ids = [""] * len(rows)
    for user, mine in places.items():
        own = in_the_name_of(ctx, users[user], ctx.now)
        for start in range(0, len(mine), AT_ONCE):
            part = mine[start : start + AT_ONCE]
            outcomes = await records.create_many(own, name, [rows[i][1] for i in part])
            for i, outcome in zip(part, outcomes, strict=True):
                for problem in outcome.problems.values():
                    raise problem
                ids[i] = str(outcome.id)
    return ids


def _is(path: str, record_id: RecordId) -> Mapping[str, Json]:
    return {"field": path, "op": "eq", "value": str(record_id)}


def _tie(relation: Record, end: str, record_id: RecordId) -> Tie:
    is_near = relation.ref(end) == record_id
    far = [f"to_{name}" if is_near else name for name in ENDS]
    field = next((name for name in far if relation.get(name)), far[0])
    return Tie(
        relation.id,
        str(relation["kind"] if is_near else relation["inverse"]),
        _text(relation.get("strength")),
        field.removeprefix("to_"),
        relation.get(field),
        relation.get("since"),
        relation.get("note"),
    )


def _text(value: Json) -> str | None:
    return None if value is None else str(value)
