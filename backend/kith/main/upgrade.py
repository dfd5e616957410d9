"""Bring a database up to this version: show the plan, back up, then change all of it or nothing."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from kith.infra import jobs
from kith.infra.db import Database, Unit
from kith.infra.db.migrate import SYSTEM, Series, migrate, pending
from kith.infra.settings import Settings
from kith.kernel.catalog.load import bump, read
from kith.kernel.schema import Workspace
from kith.kernel.storage import apply as storage
from kith.kernel.storage.database import prepare
from kith.kernel.storage.plan import Plan
from kith.kernel.storage.plan import plan as difference
from kith.kernel.storage.workspaces import all_workspaces, system_tables
from kith.lib.errors import ErrorKind, KithError
from kith.main.archive import back_up_before_upgrade
from kith.main.loader import load
from kith.module import Module

Report = Callable[[str], None]


class UpgradeFailed(KithError):
    """The upgrade did not work, and nothing was changed ({reason}). The backup from before it is {backup}."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "main.upgrade_failed"


async def plan(database: Database, modules: Sequence[Module] | None = None) -> list[str]:
    """Say what an upgrade would do, in sentences; empty when everything is up to date."""
    async with database.unit(readonly=True) as unit:
        return await _sentences(unit, load() if modules is None else modules)


async def upgrade(
    database: Database,
    settings: Settings,
    report: Report,
    modules: Sequence[Module] | None = None,
) -> None:
    """Do it; a second process that comes at the same time waits and finds nothing left to do."""
    modules = load() if modules is None else modules
    async with database.unit() as unit:
        await unit.execute("select pg_advisory_xact_lock(hashtext('kith.upgrade'))")
        sentences = await _sentences(unit, modules)
        if not sentences:
            return
        backup = await _back_up(unit, database.dsn, settings, report, sentences)
        try:
            plans = await _change(unit, modules, report if backup else lambda _: None)
        except Exception as error:
            raise UpgradeFailed(reason=str(error), backup=backup or "not needed") from error
    for done in plans:
        await storage.finish(database, done)
    if backup:
        report("the upgrade is done")


async def _sentences(unit: Unit, modules: Sequence[Module]) -> list[str]:
    """Migrations that wait; when there are none, differences between declarations and tables.

    The tables of an older version cannot always be compared before its migrations have run, so the differences that
    come after them are told as they are made.
    """
    waiting = await _waiting(unit, SYSTEM, "Kith")
    if await _has_workspaces(unit):
        for row in await unit.fetch("select name, schema_name from kith.workspace order by slug"):
            waiting += await _waiting(unit, system_tables(row["schema_name"]), row["name"])
    if waiting:
        return waiting
    return [
        sentence
        for workspace in await all_workspaces(unit)
        for sentence in _told(workspace, _needed(await _difference(unit, workspace, modules)))
    ]


def _told(workspace: Workspace, needed: Plan) -> list[str]:
    return [f"{workspace.name}: {sentence}" for sentence in needed.sentences]


async def _has_workspaces(unit: Unit) -> bool:
    return await unit.fetchval("select to_regclass('kith.workspace')") is not None


async def _waiting(unit: Unit, series: Series, owner: str) -> list[str]:
    return [f"{owner}: run {path.stem}." for path in await pending(unit, series)]


async def _difference(unit: Unit, workspace: Workspace, modules: Sequence[Module]) -> Plan:
    return await difference(unit, workspace, await read(unit, workspace, modules))


def _needed(plan: Plan) -> Plan:
    """Leave out what is only told and never done."""
    return Plan(plan.schema, tuple(step for step in plan.steps if step.sql))


async def _back_up(
    unit: Unit, url: str, settings: Settings, report: Report, sentences: Sequence[str]
) -> str | None:
    if not await _has_workspaces(unit):
        return None
    workspaces = await all_workspaces(unit)
    if not workspaces:
        return None
    report("this version changes the database:")
    for sentence in sentences:
        report(f"  {sentence}")
    folder = await back_up_before_upgrade(settings, url, [entry.slug for entry in workspaces])
    report(f"backed up to {folder}")
    return str(folder)


async def _change(unit: Unit, modules: Sequence[Module], report: Report) -> list[Plan]:
    await prepare(unit)
    await jobs.install(unit.connection)
    plans: list[Plan] = []
    for workspace in await all_workspaces(unit):
        ran = await migrate(unit, system_tables(workspace.schema))
        needed = _needed(await _difference(unit, workspace, modules))
        if ran:
            for sentence in _told(workspace, needed):
                report(f"  {sentence}")
        await storage.apply(unit, needed)
        if ran or needed.steps:
            await bump(unit, workspace.id)
        plans.append(needed)
    return plans
