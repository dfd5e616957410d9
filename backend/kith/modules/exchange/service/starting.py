"""Starts, continues and takes back imports."""

import uuid

from kith.infra.jobs import enqueue
from kith.kernel.api import Context, Record, access, records
from kith.lib.json import Json
from kith.modules.exchange.errors import ImportBusy, MappingInvalid, NothingWritten
from kith.modules.exchange.objects import IMPORT
from kith.modules.exchange.rules.mapping import parse_mapping
from kith.modules.exchange.service import standing
from kith.modules.exchange.service.files import forget_rejects

JOB = "exchange.import"
UNDO = "kernel.undo"


async def start(ctx: Context, record: Record, *, dry: bool) -> uuid.UUID:
    """Queue the import (or its dry run) and return the job's id; one that broke off goes on where it stopped.

    Raise MappingInvalid, ImportBusy, ImportOver or NotAllowed.
    """
    goes_on = not dry and await _broke_off(ctx, record)
    if not goes_on:
        await standing.check_free(ctx, record)
    if not record.get("object") or not record.get("mapping"):
        raise MappingInvalid(place="mapping", reason="say first which column fills which field")
    name = str(record["object"])
    mapping = parse_mapping(record["mapping"], ctx.catalog.object(name))
    if mapping.mode != "update":
        access.check(ctx, name, "create")
    if mapping.mode != "create":
        access.check(ctx, name, "update")
    fresh: dict[str, Json] = {}
    if not dry and not goes_on:
        await forget_rejects(ctx, record.id)
        fresh = {"batch": None, "position": None, "report": None}
    args = {"import_id": str(record.id), "dry": dry}
    job = await enqueue(
        ctx.unit, ctx.workspace.slug, ctx.actor.user, JOB, args, lock=f"import-{record.id}"
    )
    begun: dict[str, Json] = {"job": str(job), "state": "checking" if dry else "running"}
    await records.update(ctx.as_system(), IMPORT, record.id, begun | fresh)
    return job


async def take_back(ctx: Context, record: Record) -> uuid.UUID:
    """Queue the undo of everything that the import wrote."""
    state = await standing.state(ctx, record)
    if state in standing.AT_WORK:
        raise ImportBusy
    if state == "undone" or not record.get("batch"):
        raise NothingWritten
    args = {"batch": str(record["batch"])}
    job = await enqueue(ctx.unit, ctx.workspace.slug, ctx.actor.user, UNDO, args)
    await records.update(ctx.as_system(), IMPORT, record.id, {"state": "undone", "job": str(job)})
    return job


async def _broke_off(ctx: Context, record: Record) -> bool:
    state = await standing.state(ctx, record)
    return bool(record.get("batch")) and state in standing.BROKEN_OFF
