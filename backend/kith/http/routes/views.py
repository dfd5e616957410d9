"""Saved ways to look at an object."""

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.route import Docs, Route
from kith.kernel import access, views


async def list_pinned(call: Call) -> Answer:
    """Return the pinned views of every object that I may see, for the side bar."""
    ctx = call.ctx
    objects = [name for name in ctx.catalog.objects if access.can(ctx, name, "read")]
    return Answer.json({"items": await views.list_pinned(ctx, access.reader(ctx), objects)})


async def list_views(call: Call) -> Answer:
    """Return the views of an object: standard ones, shared ones, mine."""
    ctx, name = call.ctx, call.path["object"]
    access.check(ctx, name, "read")
    return Answer.json({"items": await views.list_with_start(ctx, access.reader(ctx), name)})


async def create_view(call: Call) -> Answer:
    """Save a view of my own."""
    ctx, name = call.ctx, call.path["object"]
    access.check(ctx, name, "read")
    found = await views.create(ctx, access.reader(ctx), name, call.mapping())
    call.announce_settings("views")
    return Answer.json(found, status=201)


async def change_view(call: Call) -> Answer:
    """Change a view of my own."""
    ctx, name = call.ctx, call.path["object"]
    access.check(ctx, name, "read")
    found = await views.change(ctx, access.reader(ctx), name, call.path["id"], call.mapping())
    call.announce_settings("views")
    return Answer.json(found)


async def remove_view(call: Call) -> Answer:
    """Delete a view of my own."""
    ctx, name = call.ctx, call.path["object"]
    access.check(ctx, name, "read")
    await views.remove(ctx, name, call.path["id"])
    call.announce_settings("views")
    return Answer.empty()


async def choose_start(call: Call) -> Answer:
    """Choose the view that my list of this object opens with; null for none."""
    ctx, name = call.ctx, call.path["object"]
    access.check(ctx, name, "read")
    chosen = call.mapping().get("view")
    view = None if chosen is None else str(chosen)
    return Answer.json({"items": await views.choose_start(ctx, access.reader(ctx), name, view)})


_MANY, _ONE = "/api/views/{object}", "/api/views/{object}/{id}"
_START = "/api/views/{object}/start"
ROUTES = (
    Route("GET", "/api/views", list_pinned, "Pinned views", docs=Docs("Views", gives="Views")),
    Route("GET", _MANY, list_views, "Views of an object", docs=Docs("Views", gives="Views")),
    Route(
        "POST",
        _MANY,
        create_view,
        "Save a view",
        docs=Docs("Views", takes="NewView", gives="View", status=201),
    ),
    Route(
        "PUT",
        _START,
        choose_start,
        "Choose the view to start with",
        docs=Docs("Views", takes="StartView", gives="Views"),
    ),
    Route(
        "PATCH",
        _ONE,
        change_view,
        "Change a view",
        docs=Docs("Views", takes="NewView", gives="View"),
    ),
    Route("DELETE", _ONE, remove_view, "Delete a view", docs=Docs("Views", status=204)),
)
