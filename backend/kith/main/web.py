"""The web application that granian serves: our routes, and those of the modules."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

from litestar import Litestar

from kith.http.app import create_app
from kith.http.opening import open_site
from kith.http.route import Route
from kith.http.routes.all import ROUTES
from kith.http.routes.site import FRONT_END
from kith.http.site import Site
from kith.infra.settings import Settings, from_environment
from kith.main import assets, loader
from kith.module import Module


def create(settings: Settings | None = None) -> Litestar:
    """Return the application; the environment is read when the process starts, not when this is imported."""
    modules = loader.load()
    verbs = {(module.name, verb.name): verb for module in modules for verb in module.verbs}

    def open_for_process() -> AbstractAsyncContextManager[Site]:
        return open_site(settings or from_environment(), modules, verbs, assets.folder())

    return create_app(open_for_process, (*ROUTES, *module_routes(modules), *FRONT_END))


def module_routes(modules: Iterable[Module]) -> Iterator[Route]:
    """Yield the modules' routes, under /api like everything else that is not the front end."""
    for module in modules:
        for route in module.routes:
            path = route.path if route.path.startswith("/api/") else f"/api{route.path}"
            yield replace(route, path=path)


app = create()
