"""Runs an import, dry or for real: one transaction per chunk, with its position, so that a crash doubles nothing.

A dry run does the very same and then rolls back, so that its report cannot differ from the truth.
"""

import csv
import io
import itertools
import tempfile
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kith.infra.jobs import JobCancelled
from kith.kernel.api import Context, Record, records
from kith.lib.errors import KithError
from kith.lib.ids import new_id
from kith.lib.json import Json
from kith.modules.exchange.adapters.opened import Format, open_table
from kith.modules.exchange.adapters.rows import Row, Table
from kith.modules.exchange.errors import ImportNotFound
from kith.modules.exchange.objects import IMPORT
from kith.modules.exchange.rules.mapping import parse_mapping
from kith.modules.exchange.rules.outcome import Report
from kith.modules.exchange.service import matches
from kith.modules.exchange.service.files import local_copy, rejects_key
from kith.modules.exchange.service.links import Known, resolve
from kith.modules.exchange.service.rows import Draft, Plan, drafts, plan

CHUNK = 1000
Open = Callable[[], AbstractAsyncContextManager[Context]]


class Run(Protocol):
    """What an import needs of the job that it runs in."""

    async def progress(self, done: int, total: int | None = None, message: str = "") -> None:
        """Show how far it is; raise JobCancelled when somebody wants it to stop."""
        ...


@dataclass(slots=True)
class Session:
    """What one run keeps in memory between chunks."""

    id: uuid.UUID
    plan: Plan
    table: Table
    rows: int
    batch: uuid.UUID
    dry: bool
    report: Report
    position: int = 1
    known: Known = field(default_factory=Known)
    seen: matches.Seen = field(default_factory=matches.Seen)


async def run_import(run: Run, open: Open, *, import_id: str, dry: bool = False) -> Json:  # noqa: A002
    """Do the import (a long job). Resumes where the last committed chunk ended; cancel keeps what was written."""
    with tempfile.TemporaryDirectory(prefix="kith-import-") as folder:
        session = await _begin(open, uuid.UUID(import_id), Path(folder), dry=dry)
        try:
            for rows in _chunks(session.table, session.position):
                await _chunk(open, session, rows)
                await run.progress(session.position - 1, session.rows)
        except JobCancelled:
            await _end(open, session, "cancelled" if not dry else "uploaded")
            raise
        except Exception:
            await _end(open, session, "failed" if not dry else "uploaded")
            raise
        await _end(open, session, "done" if not dry else "checked")
        return session.report.to_json()


async def _begin(open: Open, import_id: uuid.UUID, folder: Path, *, dry: bool) -> Session:  # noqa: A002
    async with open() as ctx:
        record = await records.find(ctx, IMPORT, import_id)
        if record is None:
            raise ImportNotFound
        of = ctx.catalog.object(str(record["object"]))
        mapping = parse_mapping(record["mapping"], of)
        path = await local_copy(ctx, record, folder)
        table = open_table(path, _format(record))
        resumed = record["state"] == "running" and record.get("batch") is not None and not dry
        batch = uuid.UUID(str(record["batch"])) if resumed else new_id()
        session = Session(
            id=record.id,
            plan=plan(of, mapping, table.header),
            table=table,
            rows=int(str(record["rows"] or 0)),
            batch=batch,
            dry=dry,
            report=Report.of(record["report"]) if resumed else Report(),
            position=int(str(record["position"] or 1)) if resumed else 1,
        )
        start = {"state": "checking" if dry else "running"} | ({} if dry else {"batch": str(batch)})
        await records.update(ctx.as_system(), IMPORT, record.id, start)
        return session


def _format(record: Record) -> Format:
    form = dict(record["format"])  # type: ignore[call-overload]  # written by uploads as a mapping
    return Format(**(form | {"sheets": tuple(form.get("sheets") or ())}))


def _chunks(table: Table, after: int) -> Iterator[Sequence[Row]]:
    rows = table.rows(after)
    while chunk := tuple(itertools.islice(rows, CHUNK)):
        yield chunk


class _RolledBack(Exception):
    """Ends the transaction of a dry chunk."""


async def _chunk(open: Open, session: Session, rows: Sequence[Row]) -> None:  # noqa: A002
    made: list[tuple[str, str]] = []
    try:
        async with open() as plain_ctx:
            ctx = plain_ctx.in_batch(session.batch, "import")
            work = drafts(rows, session.plan)
            made = await resolve(ctx, session.plan, work, session.known, session.report)
            await _write_all(ctx, session, work)
            await _reject(ctx, session, [d for d in work if not d.is_good])
            session.position = rows[-1].number
            await _keep(plain_ctx, session)
    except _RolledBack:
        for key in made:
            session.known.found[key] = ()


async def _keep(ctx: Context, session: Session) -> None:
    if session.dry:
        raise _RolledBack
    await _save(ctx, session, {})


async def _write_all(ctx: Context, session: Session, work: Sequence[Draft]) -> None:
    todo = work
    while todo:
        placed = await matches.sort(ctx, session.plan, todo, session.seen, session.report)
        await _write(ctx, session, placed)
        todo = placed.later


async def _write(ctx: Context, session: Session, placed: matches.Sorted) -> None:
    name, report = session.plan.object.name, session.report
    created = await records.create_many(ctx, name, [d.values for d in placed.create])
    changed = await records.update_many(ctx, name, [(i, d.values) for i, d in placed.update])
    again = _count(session, placed.create, [o.problems for o in created])
    repeats = sum(1 for d in placed.create if d.is_good and d in placed.repeats)
    report.created += again - repeats
    report.updated += (
        _count(session, [d for _, d in placed.update], [o.problems for o in changed]) + repeats
    )


def _count(
    session: Session, work: Sequence[Draft], problems: Sequence[Mapping[str, KithError]]
) -> int:
    for draft, wrong in zip(work, problems, strict=True):
        draft.problems.extend(
            (session.plan.column_of(name) or name, error) for name, error in wrong.items()
        )
    return sum(1 for draft in work if draft.is_good)


async def _reject(ctx: Context, session: Session, bad: Sequence[Draft]) -> None:
    for draft in bad:
        session.report.reject(draft.row.number, draft.problems)
    if not bad or session.dry or ctx.blobs is None:
        return
    out = io.StringIO()
    writer = csv.writer(out)
    for draft in bad:
        reasons = "; ".join(
            f"{column}: {p.message}" if column else p.message for column, p in draft.problems
        )
        cells = [*draft.row.cells, *[""] * (session.plan.width - len(draft.row.cells))]
        writer.writerow([*cells[: session.plan.width], draft.row.number, reasons])
    await ctx.blobs.put(rejects_key(ctx, session.id, bad[0].row.number), out.getvalue().encode())


async def _save(ctx: Context, session: Session, more: dict[str, Json]) -> None:
    report = session.report
    figures: dict[str, Json] = {
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": report.rejected,
        "report": report.to_json(),
        "position": session.position,
    }
    await records.update(ctx.as_system(), IMPORT, session.id, figures | more)


async def _end(open: Open, session: Session, state: str) -> None:  # noqa: A002
    async with open() as ctx:
        await _save(ctx, session, {"state": state} | ({"position": None} if session.dry else {}))
