"""What happened: timelines, the history of a field, undo, the bin, recent changes."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape
from kith.http.route import Docs, Route
from kith.http.values import flag, identifier, only
from kith.kernel import records
from kith.lib.json import Json

_MOST_CHANGE = 2**62


async def undo(call: Call) -> Answer:
    """Take back one change or everything of a batch; with `preview`, only tell what stands in the way."""
    body = call.mapping()
    only(body, ("change", "batch", "preview"))
    preview = flag(body, "preview")
    if ("change" in body) == ("batch" in body):
        raise BodyShape(place="change", expected="either a change or a batch")
    if "batch" in body:
        found = await records.undo(
            call.ctx, batch=identifier(body["batch"], "batch"), preview=preview
        )
    else:
        found = await records.undo(call.ctx, change=_change(body["change"]), preview=preview)
    return Answer.json(found)


def _change(value: Json) -> int:
    number = int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number < _MOST_CHANGE:
        raise BodyShape(place="change", expected="the id of a change")
    return number


ROUTES = (
    Route(
        "POST",
        "/api/undo",
        undo,
        "Take back a change or a batch",
        docs=Docs("History", takes="Undo", gives="Undone"),
    ),
)
