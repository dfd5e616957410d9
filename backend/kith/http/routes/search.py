"""Search over everything, and the picker of links."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.route import Docs, Route
from kith.kernel import search as finder

_QUERY = (("q", "string"), ("limit", "integer"))


async def search(call: Call) -> Answer:
    """Return the best hits by object."""
    names = [name for name in (call.query("objects") or "").split(",") if name]
    limit = call.number("limit", finder.PER_OBJECT, low=1, high=finder.MAX_PER_OBJECT)
    return Answer.json(await finder.search(call.ctx, call.query("q") or "", names or None, limit))


async def lookup(call: Call) -> Answer:
    """Return records of one object whose name fits; without words, those that changed last."""
    limit = call.number("limit", 20, low=1, high=finder.MAX_PER_OBJECT)
    text = call.query("q") or ""
    return Answer.json(await finder.lookup(call.ctx, call.path["object"], text, limit))


ROUTES = (
    Route(
        "GET",
        "/api/search",
        search,
        "Search over all objects",
        docs=Docs("Search", gives="Hits", query=(*_QUERY, ("objects", "string"))),
    ),
    Route(
        "GET",
        "/api/lookup/{object}",
        lookup,
        "Find records to link to",
        docs=Docs("Search", gives="Found", query=_QUERY),
    ),
)
