"""The one road of every request: who asks, what came, one transaction, an answer; any error becomes a problem."""

import re

from litestar import Request
from litestar.datastructures import State
from litestar.handlers import HTTPRouteHandler
from litestar.types import ASGIApp

from kith.http.answer import Answer
from kith.http.body import read_json
from kith.http.call import Call
from kith.http.compression import packed
from kith.http.doors import admit, seat_of
from kith.http.problems import problem
from kith.http.route import Route
from kith.http.site import Site
from kith.infra.db.faults import blames_shape


def handler(route: Route) -> HTTPRouteHandler:
    """Return a route as Litestar wants it: nothing is injected or validated, our answer is its own ASGI app."""

    async def handle(request: Request[object, object, State]) -> ASGIApp:
        return await answer(route, request.app.state.site, request)

    path = re.sub(r"{(\w+)}", r"{\1:str}", route.path)
    name = f"{route.method} {route.path}"
    # The answer brings its own status; Litestar only refuses a body for 204, which it would assume for DELETE.
    decorate = HTTPRouteHandler(
        path,
        http_method=route.method,
        name=name,
        status_code=200,
        request_max_body_size=route.limit,
    )
    return decorate(handle)


async def answer(route: Route, site: Site, request: Request[object, object, State]) -> Answer:
    """Answer one request."""
    call = Call(site, request)
    try:
        return packed(await _answer(route, call), call.header("accept-encoding"))
    except Exception as error:  # noqa: BLE001 - the last resort; problem() logs what nobody foresaw
        return problem(error, call.locale, call.names())


async def _answer(route: Route, call: Call) -> Answer:
    if route.who != "anyone":
        call.seat = await seat_of(call)
        admit(route, call)
    if route.accepts == "json":
        call.receive(await read_json(call.request, call.header("content-type"), route.limit))
    if route.unit == "none":
        return await route.run(call)
    try:
        return await _in_a_unit(route, call)
    except Exception as error:
        # Nothing was changed: a write is one statement or one transaction. With the tables as they are now it may do.
        if not blames_shape(error) or not await _is_outdated(call):
            raise
    return await _in_a_unit(route, call)


async def _is_outdated(call: Call) -> bool:
    """Say whether the request was answered with metadata that somebody has changed meanwhile, and load the new."""
    workspace = call.seat.workspace
    call.site.workspaces.forget(lambda slug, _: slug == workspace)
    opened = await call.site.workspaces.get(workspace)
    return opened.catalog.version != call.ctx.catalog.version


async def _in_a_unit(route: Route, call: Call) -> Answer:
    site, seat = call.site, call.seat
    opened = site.workspaces.find(seat.workspace) or await site.workspaces.get(seat.workspace)
    async with site.database.unit(readonly=route.unit == "read") as unit:
        call.ctx = site.context(seat, opened, unit)
        return await route.run(call)
