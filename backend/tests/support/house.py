"""A whole web process in a test: the company's workspace, people who can sign in, clients that speak ASGI to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import httpx
from litestar import Litestar

from kith.http.app import create_app
from kith.http.opening import open_site
from kith.http.route import Route
from kith.http.routes.all import ROUTES
from kith.http.routes.site import FRONT_END
from kith.http.site import Limits, Site
from kith.infra.db import Database
from kith.infra.identity import credentials, tokens
from kith.infra.jobs import JobRun
from kith.infra.jobs.worker import Handler
from kith.infra.settings import Settings
from kith.kernel.api import JOBS
from kith.main.contexts import Contexts
from kith.module import Module
from tests.support.company import Company, found
from tests.support.databases import Databases

PASSWORD = "correct horse battery"
BASE = "http://kith.test"


@dataclass
class House:
    """The application, running, and the company that lives in it."""

    app: Litestar
    company: Company

    @property
    def site(self) -> Site:
        return cast("Site", self.app.state.site)

    @property
    def handlers(self) -> dict[str, Handler]:
        """What runs the kernel's jobs, as the worker does."""

        def handler(run: Any) -> Handler:
            async def handle(job: JobRun) -> Any:
                contexts = Contexts(self.company.database, self.company.modules)
                open_ = contexts.opener(job.workspace, job.actor, "job")
                return await run(job, open_, **job.args)

            return handle

        return {name: handler(run) for name, run in JOBS.items()}

    @property
    def client(self) -> httpx.AsyncClient:
        """A client that has not signed in."""
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(cast("Any", self.app)), base_url=BASE
        )

    async def sign_in(self, person: str) -> httpx.AsyncClient:
        """A browser of this person, with the CSRF header in place."""
        client = self.client
        body = {"email": f"{person}@example.com", "password": PASSWORD}
        answer = await client.post("/api/session", json=body)
        assert answer.status_code == 200, answer.text
        client.headers["x-csrf-token"] = answer.json()["csrf"]
        return client

    async def fresh_limits(self) -> None:
        """Forget every attempt to sign in."""
        self.site.limits = Limits.of(self.site.settings, self.site.database)
        async with self.company.database.unit() as unit:
            await unit.execute("truncate kith.attempt")

    async def with_token(self, person: str, *scopes: str) -> httpx.AsyncClient:
        """A program that acts for this person."""
        async with self.company.database.unit() as unit:
            secret, _ = await tokens.create(
                unit,
                self.company.workspace.id,
                self.company.people[person],
                name="test",
                scopes=scopes or ("read", "write", "admin"),
            )
        client = self.client
        client.headers["authorization"] = f"Bearer {secret}"
        return client


@asynccontextmanager
async def open_house(
    databases: Databases, folder: Path, *modules: Module, routes: tuple[Route, ...] = ()
) -> AsyncIterator[House]:
    """Make the company, give everybody a password, start the application."""

    async def make(database: Database) -> Company:
        company = await found(database, *modules)
        async with database.unit() as unit:
            for person in company.people.values():
                await credentials.set_password(unit, company.workspace.id, person, PASSWORD)
        return company

    async with databases.copy(("house", modules), make) as (database, made):
        company = replace(made, database=database)
        settings = Settings(data=folder, database_url=database.dsn, rate_limit=100_000)
        app = application(settings, company, routes)
        async with running(app):
            yield House(app, company)


@asynccontextmanager
async def open_another(house: House, **changes: Any) -> AsyncIterator[House]:
    """Start a second process's application over the same database."""
    app = application(replace(house.site.settings, **changes), house.company)
    async with running(app):
        yield House(app, house.company)


def application(settings: Settings, company: Company, routes: tuple[Route, ...] = ()) -> Litestar:
    """The application as main.web makes it, with the company's module instead of the standard ones."""
    verbs = {(m.name, verb.name): verb for m in company.modules for verb in m.verbs}
    return create_app(
        lambda: open_site(settings, company.modules, verbs, settings.data / "dist"),
        (*ROUTES, *routes, *FRONT_END),
    )


@asynccontextmanager
async def running(app: Litestar) -> AsyncIterator[None]:
    """Run the application's lifespan in a task of its own: a fixture's two halves are two tasks."""
    started, over = asyncio.Event(), asyncio.Event()

    async def live() -> None:
        async with app.lifespan():
            started.set()
            await over.wait()

    life = asyncio.create_task(live())
    start = asyncio.create_task(started.wait())
    await asyncio.wait((life, start), return_when=asyncio.FIRST_COMPLETED)
    start.cancel()
    if life.done():
        await life
    yield
    over.set()
    await life
