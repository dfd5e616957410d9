"""What happened: timelines, the history of a field, who had to do with it, undo, the bin, recent changes."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape
from kith.http.route import Docs, Route
from kith.http.values import flag, identifier, identifiers, only
from kith.kernel import api, feed
from kith.kernel.records import purge
from kith.lib.json import Json

_MOST = 100
_MOST_CHANGE = 2**62
_MOST_NAMES = 20
_PAGED = (("after", "string"), ("limit", "integer"))
_BIN = (*_PAGED, ("object", "string"), ("search", "string"))
_MOST_ERASED = 1000


async def timeline(call: Call) -> Answer:
    """Return what happened to a record, the latest first."""
    found = await feed.timeline_json(
        call.ctx,
        call.path["object"],
        call.id(),
        after=call.query("after"),
        limit=_limit(call, 20),
        only=_names(call.query("only")),
    )
    return Answer.json(found)


async def field_history(call: Call) -> Answer:
    """Return every value that a field has had."""
    found = await feed.history_json(
        call.ctx,
        call.path["object"],
        call.id(),
        call.path["field"],
        after=call.query("after"),
        limit=_limit(call, 50),
    )
    return Answer.json(found)


async def colleagues(call: Call) -> Answer:
    """Return who of us has to do with a record, the closest first."""
    return Answer.json(await feed.colleagues_json(call.ctx, call.path["object"], call.id()))


async def changes(call: Call) -> Answer:
    """Return what colleagues did lately."""
    after, limit = call.query("after"), _limit(call, 30)
    return Answer.json(await feed.changes_json(call.ctx, after=after, limit=limit))


async def bin_(call: Call) -> Answer:
    """Return what can be taken out of the bin."""
    found = await feed.bin_json(
        call.ctx,
        after=call.query("after"),
        limit=_limit(call, 50),
        of=call.query("object"),
        search=call.query("search"),
    )
    return Answer.json(found)


async def erase(call: Call) -> Answer:
    """Remove records from the bin for good."""
    body = call.mapping()
    only(body, ("object", "ids"))
    ids = identifiers(body, "ids", most=_MOST_ERASED)
    gone = await purge.erase(call.ctx, str(body.get("object")), ids)
    return Answer.json({"erased": gone})


async def undo(call: Call) -> Answer:
    """Take back one change or everything of a batch; with `preview`, only tell what stands in the way."""
    body = call.mapping()
    only(body, ("change", "batch", "preview"))
    preview = flag(body, "preview")
    if ("change" in body) == ("batch" in body):
        raise BodyShape(place="change", expected="either a change or a batch")
    if "batch" in body:
        found = await api.undo(call.ctx, batch=identifier(body["batch"], "batch"), preview=preview)
    else:
        found = await api.undo(call.ctx, change=_change(body["change"]), preview=preview)
    return Answer.json(found)


def _limit(call: Call, default: int) -> int:
    return call.number("limit", default, low=1, high=_MOST)


def _names(value: str | None) -> frozenset[str]:
    return frozenset((value or "").split(",")[:_MOST_NAMES]) - {""}


def _change(value: Json) -> int:
    number = int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number < _MOST_CHANGE:
        raise BodyShape(place="change", expected="the id of a change")
    return number


_ONE = "/api/records/{object}/{id}"
ROUTES = (
    Route(
        "GET",
        f"{_ONE}/timeline",
        timeline,
        "What happened to a record",
        docs=Docs("History", gives="Timeline", query=(*_PAGED, ("only", "string"))),
    ),
    Route(
        "GET",
        f"{_ONE}/history/{{field}}",
        field_history,
        "The values that a field has had",
        docs=Docs("History", gives="Timeline", query=_PAGED),
    ),
    Route(
        "GET",
        f"{_ONE}/colleagues",
        colleagues,
        "Who of us has to do with a record",
        docs=Docs("History", gives="Colleagues"),
    ),
    Route(
        "GET",
        "/api/changes",
        changes,
        "What happened lately",
        docs=Docs("History", gives="Timeline", query=_PAGED),
    ),
    Route(
        "GET",
        "/api/bin",
        bin_,
        "What lies in the bin",
        docs=Docs("History", gives="Timeline", query=_BIN),
    ),
    Route(
        "POST",
        "/api/bin/erase",
        erase,
        "Remove records from the bin for good",
        who="admin",
        docs=Docs("History"),
    ),
    Route(
        "POST",
        "/api/undo",
        undo,
        "Take back a change or a batch",
        docs=Docs("History", takes="Undo", gives="Undone"),
    ),
)
