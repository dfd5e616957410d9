"""The web application that granian serves: our routes, and those of the modules."""

from contextlib import AbstractAsyncContextManager

from litestar import Litestar

from kith.http.app import create_app
from kith.http.opening import open_site
from kith.http.routes.all import ROUTES
from kith.http.site import Site
from kith.infra.settings import Settings, from_environment
from kith.main import assets, loader


def create(settings: Settings | None = None) -> Litestar:
    """Return the application; the environment is read when the process starts, not when this is imported."""
    modules = loader.load()
    verbs = {(module.name, verb.name): verb for module in modules for verb in module.verbs}

    def open_for_process() -> AbstractAsyncContextManager[Site]:
        return open_site(settings or from_environment(), modules, verbs, assets.folder())

    return create_app(
        open_for_process, (*ROUTES, *(r for module in modules for r in module.routes))
    )


app = create()
