"""Health, the front end, and a clear word for addresses that do not exist."""

from kith.http.answer import Answer
from kith.http.assets import Wish, serve
from kith.http.call import Call
from kith.http.errors import NothingHere
from kith.http.route import Docs, Route


async def health(call: Call) -> Answer:
    """Say whether this process can work: it can when the database answers."""
    async with call.site.database.unit(readonly=True) as unit:
        await unit.fetchval("select 1")
    return Answer.json({"status": "ok"})


async def front_end(call: Call) -> Answer:
    """Serve the built front end; every path without a file of its own is a page of the app."""
    path = call.path.get("path", "").strip("/")
    wish = Wish(call.header("accept-encoding") or "", call.header("if-none-match") or "")
    found = await serve(call.site.assets, path, wish)
    if found is None:
        raise NothingHere
    return found


HEALTH = Route(
    "GET", "/api/health", health, "Is Kith up", who="anyone", docs=Docs("Session", gives="Health")
)
FRONT_END = (
    Route("GET", "/", front_end, "The app", who="anyone"),
    Route("GET", "/{path:path}", front_end, "The app", who="anyone"),
)
