"""Starts, watches and takes back imports."""

import uuid

from kith.infra.jobs import enqueue
from kith.kernel.api import Context, Record, access, records
from kith.lib.json import Json
from kith.modules.exchange.errors import ImportBusy, MappingInvalid
from kith.modules.exchange.objects import IMPORT
from kith.modules.exchange.rules.mapping import parse_mapping
from kith.modules.exchange.service.files import forget_rejects
from kith.modules.exchange.service.uploads import RUNNING

JOB = "exchange.import"
UNDO = "kernel.undo"


async def start(ctx: Context, record: Record, *, dry: bool) -> uuid.UUID:
    """Queue the import (or its dry run) and return the job's id; raise MappingInvalid, ImportBusy or NotAllowed."""
    if record["state"] in RUNNING or (record["state"] == "done" and not dry):
        raise ImportBusy(state=record["state"])
    if not record.get("object") or not record.get("mapping"):
        raise MappingInvalid(place="mapping", reason="say first which column fills which field")
    name = str(record["object"])
    mapping = parse_mapping(record["mapping"], ctx.catalog.object(name))
    if mapping.mode != "update":
        access.check(ctx, name, "create")
    if mapping.mode != "create":
        access.check(ctx, name, "update")
    if not dry:
        await forget_rejects(ctx, record.id)
    args = {"import_id": str(record.id), "dry": dry}
    job = await enqueue(
        ctx.unit, ctx.workspace.slug, ctx.actor.user, JOB, args, lock=f"import-{record.id}"
    )
    begun: dict[str, Json] = {"job": str(job)} | (
        {} if dry else {"batch": None, "position": None, "report": None}
    )
    await records.update(ctx.as_system(), IMPORT, record.id, begun)
    return job


async def take_back(ctx: Context, record: Record) -> uuid.UUID:
    """Queue the undo of everything that the import wrote."""
    if record["state"] in RUNNING or not record.get("batch"):
        raise ImportBusy(state=record["state"])
    args = {"batch": str(record["batch"])}
    job = await enqueue(ctx.unit, ctx.workspace.slug, ctx.actor.user, UNDO, args)
    await records.update(ctx.as_system(), IMPORT, record.id, {"state": "undone", "job": str(job)})
    return job
