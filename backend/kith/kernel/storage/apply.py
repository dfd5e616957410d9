"""Carries a plan out: what one transaction can do in it, the rest alone, never holding a table for long."""

import asyncio

import asyncpg

from kith.infra.db import Database, Unit
from kith.kernel.storage.errors import NotUnique, TableBusy
from kith.kernel.storage.plan import Plan, Step

LOCK_TIMEOUT_MS = 500
ATTEMPTS = 12
_PAUSE = 0.1
LONGEST = 3600
_BUSY = (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError)


async def apply(unit: Unit, plan: Plan) -> None:
    """Do what a transaction can do, in this one. Call `finish` after it is committed."""
    if plan.together:
        await patiently(unit, ";\n".join(step.sql for step in plan.together))


async def patiently(unit: Unit, sql: str, subject: str = "") -> None:
    """Run statements that need a table for a moment; give way to others, then try again."""
    for attempt in range(ATTEMPTS):
        try:
            async with unit.savepoint():
                await unit.execute(f"set local lock_timeout = {LOCK_TIMEOUT_MS}")
                await unit.execute(sql)
                await unit.execute("set local lock_timeout = default")
        except _BUSY:
            await asyncio.sleep(_PAUSE * (attempt + 1))
        else:
            return
    raise TableBusy(object=subject)


async def finish(database: Database, plan: Plan) -> None:
    """Build indexes and check references while others go on working; safe to repeat after a crash."""
    if not plan.afterwards:
        return
    async with database.raw() as connection:
        for step in plan.afterwards:
            await _alone(connection, step)


async def _alone(connection: "asyncpg.Connection[asyncpg.Record]", step: Step) -> None:
    for attempt in range(ATTEMPTS):
        try:
            await connection.execute(step.sql, timeout=LONGEST)
        except _BUSY:
            await asyncio.sleep(_PAUSE * (attempt + 1))
        except asyncpg.UniqueViolationError as problem:
            raise NotUnique(object=step.params["table"], detail=problem.detail) from problem
        else:
            return
    raise TableBusy(object=step.params["table"])
