"""What concerns me: the list behind the bell, and what I have read of it."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.errors import BodyShape, SessionOnly
from kith.http.route import Docs, Route
from kith.http.values import flag, only
from kith.kernel import notifications
from kith.lib.json import Json

_MOST = 100
_MOST_IDS = 500
_LARGEST = 2**62


async def inbox(call: Call) -> Answer:
    """Return my notifications, the latest first."""
    _me(call)
    found = await notifications.inbox_json(
        call.ctx,
        after=call.query("after"),
        limit=call.number("limit", 30, low=1, high=_MOST),
        only_unread=call.query("unread") == "true",
    )
    return Answer.json(found)


async def unread(call: Call) -> Answer:
    """Return how many notifications I have not read."""
    _me(call)
    return Answer.json({"unread": await notifications.unread(call.ctx)})


async def mark(call: Call) -> Answer:
    """Mark some of my notifications, or all of them, as read or as unread."""
    _me(call)
    body = call.mapping()
    only(body, ("ids", "read"))
    ids = _ids(body["ids"]) if "ids" in body else None
    read = flag(body, "read", default=True)
    if ids is None and not read:
        raise BodyShape(place="ids", expected="which notifications become unread")
    return Answer.json({"unread": await notifications.mark(call.ctx, ids, read=read)})


def _ids(value: Json) -> list[int]:
    if not isinstance(value, list) or len(value) > _MOST_IDS:
        raise BodyShape(place="ids", expected=f"a list of up to {_MOST_IDS} numbers")
    numbers = [n for n in value if isinstance(n, int) and not isinstance(n, bool)]
    if len(numbers) != len(value) or any(not 0 < n < _LARGEST for n in numbers):
        raise BodyShape(place="ids", expected="the ids of notifications")
    return numbers


def _me(call: Call) -> None:
    if call.seat.actor.user is None:
        raise SessionOnly


ROUTES = (
    Route(
        "GET",
        "/api/notifications",
        inbox,
        "What concerns me",
        docs=Docs(
            "Notifications",
            gives="Notifications",
            query=(("after", "string"), ("limit", "integer"), ("unread", "boolean")),
        ),
    ),
    Route(
        "GET",
        "/api/notifications/unread",
        unread,
        "How many notifications I have not read",
        docs=Docs("Notifications", gives="Unread"),
    ),
    Route(
        "POST",
        "/api/notifications/read",
        mark,
        "Mark notifications as read or unread",
        docs=Docs("Notifications", takes="Read", gives="Unread"),
    ),
)
