"""What happened: timelines, the history of a field, undo, the bin, recent changes."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape
from kith.http.values import flag, identifier, only
from kith.kernel import records

_MOST = 100


async def timeline(call: Call) -> Answer:
    """Return what happened to a record, the latest first."""
    found = await api.feed.timeline_json(
        call.ctx, call.path["object"], call.id(), after=call.query("after"), limit=_limit(call)
    )
    return Answer.json(found)


async def field_history(call: Call) -> Answer:
    """Return every value that a field has had."""
    found = await api.feed.history_json(
        call.ctx, call.path["object"], call.id(), call.path["field"]
    )
    return Answer.json(found)


async def undo(call: Call) -> Answer:
    """Take back one change or everything of a batch; with `preview`, only tell what stands in the way."""
    body = call.mapping()
    only(body, ("change", "batch", "preview"))
    preview = flag(body, "preview")
    if "batch" in body:
        batch = identifier(body["batch"], "batch")
        return Answer.json(await records.undo(call.ctx, batch=batch, preview=preview))
    change = body.get("change")
    if isinstance(change, bool) or not isinstance(change, int | str):
        raise BodyShape(place="change", expected="the id of a change, or a batch")
    return Answer.json(await records.undo(call.ctx, change=int(change), preview=preview))
