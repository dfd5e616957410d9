"""The application: routes, the front end, the live channel, and what happens at start and end."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from litestar import Litestar, Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException

from kith.http.edge import handler
from kith.http.live.hub import Hub
from kith.http.live.socket import LIVE
from kith.http.problems import problem
from kith.http.route import Route
from kith.http.site import Site
from kith.http.words import negotiate

OpenSite = Callable[[], AbstractAsyncContextManager[Site]]


def create_app(open_site: OpenSite, routes: Iterable[Route]) -> Litestar:
    """Return the ASGI application; `open_site` runs once per process, around its life."""
    known = tuple(routes)

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        async with open_site() as site:
            hub = Hub(site)
            app.state.site, app.state.hub = site, hub
            app.state.routes = tuple(route for route in known if route.path.startswith("/api/"))
            await hub.start()
            try:
                yield
            finally:
                await hub.stop()

    return Litestar(
        [*(handler(route) for route in known), LIVE],
        lifespan=[lifespan],
        exception_handlers={HTTPException: _refuse, Exception: _refuse},
        openapi_config=None,
        logging_config=None,
        multipart_form_part_limit=20,
        debug=False,
    )


def _refuse(request: Request[object, object, State], error: Exception) -> Response[bytes]:
    """Answer what never reached a route: no such path, no such method."""
    found = problem(error, negotiate(request.headers.get("accept-language")))
    headers = {name.decode(): value.decode("latin-1") for name, value in found.headers}
    return Response(found.body, status_code=found.status, headers=headers)
