"""Sharing: baselines and rules for administrators, records by name for whoever may change them, and why."""

import datetime as dt

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape
from kith.http.route import Docs, Route
from kith.http.values import identifier, only, optional_text, word
from kith.kernel import records
from kith.kernel.design import sharing
from kith.kernel.records.shares import Share
from kith.lib.json import Json

_LONGEST_ROLE = 60


async def list_rules(call: Call) -> Answer:
    """Return every sharing rule."""
    return Answer.json({"items": await sharing.list_rules(call.ctx)})


async def create_rule(call: Call) -> Answer:
    """Make a sharing rule."""
    found = await sharing.save_rule(call.ctx, None, call.mapping())
    call.announce_people()
    return Answer.json(found, status=201)


async def change_rule(call: Call) -> Answer:
    """Replace a sharing rule."""
    found = await sharing.save_rule(call.ctx, call.id(), call.mapping())
    call.announce_people()
    return Answer.json(found)


async def remove_rule(call: Call) -> Answer:
    """Forget a sharing rule."""
    await sharing.remove_rule(call.ctx, call.id())
    call.announce_people()
    return Answer.empty()


async def baselines(call: Call) -> Answer:
    """Return how each object is shared before any rule."""
    return Answer.json({"objects": await sharing.baselines(call.ctx)})


async def set_baseline(call: Call) -> Answer:
    """Change how an object is shared before any rule."""
    body = call.mapping()
    only(body, ("opens", "hierarchy"))
    await sharing.set_baseline(call.ctx, call.path["object"], body)
    call.announce_people()
    return Answer.json({"objects": await sharing.baselines(call.ctx)})


async def list_shares(call: Call) -> Answer:
    """Return with whom a record is shared by name."""
    return Answer.json({"items": await _shares(call)})


async def share(call: Call) -> Answer:
    """Share a record with a person, a unit or a group."""
    body = call.mapping()
    only(body, ("level", "role", "until"))
    level = word({"level": "read", **body}, "level", ("read", "edit"))
    wanted = Share(
        call.id("holder"),
        "edit" if level == "edit" else "read",
        optional_text(body, "role", longest=_LONGEST_ROLE),
        _day(body.get("until")),
    )
    await records.share(call.ctx, call.path["object"], call.id(), wanted)
    call.announce_people()
    return Answer.json({"items": await _shares(call)})


async def unshare(call: Call) -> Answer:
    """Stop sharing a record with somebody."""
    await records.unshare(call.ctx, call.path["object"], call.id(), call.id("holder"))
    call.announce_people()
    return Answer.empty()


async def why(call: Call) -> Answer:
    """Return what lets somebody see a record."""
    person = call.query("user")
    who = None if person is None else identifier(person, "user")
    return Answer.json(await records.why(call.ctx, call.path["object"], call.id(), who))


async def _shares(call: Call) -> list[Json]:
    return [*await records.list_shares(call.ctx, call.path["object"], call.id())]


def _day(value: Json) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise BodyShape(place="until", expected="a date such as 2026-11-22") from None


_RULES, _RULE = "/api/sharing/rules", "/api/sharing/rules/{id}"
_SHARES = "/api/records/{object}/{id}/shares"
ROUTES = (
    Route(
        "GET",
        _RULES,
        list_rules,
        "Sharing rules",
        who="admin",
        docs=Docs("Sharing", gives="SharingRules"),
    ),
    Route(
        "POST",
        _RULES,
        create_rule,
        "Make a sharing rule",
        who="admin",
        docs=Docs("Sharing", takes="NewSharingRule", gives="SharingRule", status=201),
    ),
    Route(
        "PUT",
        _RULE,
        change_rule,
        "Replace a sharing rule",
        who="admin",
        docs=Docs("Sharing", takes="NewSharingRule", gives="SharingRule"),
    ),
    Route(
        "DELETE",
        _RULE,
        remove_rule,
        "Forget a sharing rule",
        who="admin",
        docs=Docs("Sharing", status=204),
    ),
    Route(
        "GET",
        "/api/sharing/baselines",
        baselines,
        "How objects are shared before any rule",
        docs=Docs("Sharing", gives="Baselines"),
    ),
    Route(
        "PUT",
        "/api/sharing/baselines/{object}",
        set_baseline,
        "Change how an object is shared before any rule",
        who="admin",
        docs=Docs("Sharing", takes="Baseline", gives="Baselines"),
    ),
    Route(
        "GET",
        _SHARES,
        list_shares,
        "With whom a record is shared by name",
        docs=Docs("Sharing", gives="Shares"),
    ),
    Route(
        "PUT",
        f"{_SHARES}/{{holder}}",
        share,
        "Share a record with a person, a unit or a group",
        docs=Docs("Sharing", takes="NewShare", gives="Shares"),
    ),
    Route(
        "DELETE",
        f"{_SHARES}/{{holder}}",
        unshare,
        "Stop sharing a record with somebody",
        docs=Docs("Sharing", status=204),
    ),
    Route(
        "GET",
        "/api/records/{object}/{id}/why",
        why,
        "What lets somebody see a record",
        docs=Docs("Sharing", gives="Why", query=(("user", "string"),)),
    ),
)
