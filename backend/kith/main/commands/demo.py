"""Start Kith with a lively example company: made on the first run, kept on later ones."""

import argparse
from collections.abc import Sequence
from typing import cast

from kith.infra.db import Database, Unit
from kith.infra.identity import credentials
from kith.infra.settings import Settings
from kith.kernel.api import Context, Record, records
from kith.kernel.catalog import load as load_catalog
from kith.kernel.context import SYSTEM
from kith.kernel.storage import workspaces
from kith.lib.json import Json
from kith.main import samples
from kith.main.commands.serve import chosen, listening
from kith.main.contexts import Contexts
from kith.main.delivery import deliver_workspace
from kith.main.installation import say
from kith.main.loader import load
from kith.main.serving import serve

SLUG = "demo"
COMPANY = "Harbourpine 港松科技"
PASSWORD = "people-first"  # noqa: S105 - printed at every start; it guards nothing real


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and whether to begin anew."""
    listening(parser)
    parser.add_argument(
        "--fresh", action="store_true", help="throw the example company away and make it anew"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Make the example company if it is not there, then serve until Ctrl-C."""

    async def prepare(database: Database, _settings: Settings) -> Sequence[str]:
        if options.fresh:
            await remove(database)
        if await make(database):
            # Whoever opens it first finds everything: the search index and the histories do not follow later.
            await deliver_workspace(Contexts(database, load()), SLUG)
        return await sign_ins(database)

    return serve(chosen(options, settings), prepare)


async def make(database: Database) -> bool:
    """Make the example company in one transaction; leave it alone when it is there. Say whether it is new."""
    modules = load()
    async with database.unit() as unit:
        if await _exists(unit):
            return False
        say("making the example company; this happens once")
        workspace = await workspaces.create(unit, SLUG, COMPANY, modules)
        await samples.add_rates(unit, workspace)
        catalog = await load_catalog(unit, workspace, modules)
        ctx = Context(SYSTEM, workspace, unit, catalog, origin=samples.ORIGIN)
        await _admit(await samples.tell_story(ctx, modules, _report))
    return True


async def _report(_done: int, _total: int, label: str) -> None:
    say(f"  {label.lower()}")


async def remove(database: Database) -> None:
    """Throw the example company away, if there is one."""
    async with database.unit() as unit:
        if await _exists(unit):
            await workspaces.drop(unit, SLUG)


async def sign_ins(database: Database) -> list[str]:
    """Return lines that say who can sign in, one person of each role and language."""
    async with database.unit(readonly=True) as unit:
        workspace = await workspaces.load(unit, SLUG)
    demo = cast("dict[str, object]", workspace.settings.get("demo") or {})
    people = cast("list[dict[str, str]]", demo.get("people") or [])
    faces: dict[tuple[str, str], dict[str, str]] = {}
    for person in people:
        faces.setdefault((person["profile"], person["locale"]), person)
    lines = [f"{face['email']:32} {face['name']}, {face['title']}" for face in faces.values()]
    return [f"Sign in with the password  {PASSWORD}  as one of", *lines]


async def _exists(unit: Unit) -> bool:
    return bool(
        await unit.fetchval("select exists (select from kith.workspace where slug = $1)", SLUG)
    )


async def _admit(ctx: Context) -> None:
    """Give everybody the same password, and remember who is who for the sign-in page."""
    people = [user async for user in records.iter(ctx, "user", {"sort": [{"by": "created_at"}]})]
    for user in people:
        await credentials.set_password(ctx.unit, ctx.workspace.id, user.id, PASSWORD)
    faces = [_face(user) for user in people]
    await samples.remember(ctx, {"password": PASSWORD, "people": list(faces)})


def _face(user: Record) -> Json:
    return {name: user[name] for name in ("email", "name", "title", "profile", "locale")}
