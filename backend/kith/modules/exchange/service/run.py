"""Runs an import, dry or for real: one transaction per chunk, with its position, so that a crash doubles nothing.

A dry run does the very same and then rolls back, so that its report cannot differ from the truth.
"""

import contextlib
import itertools
import tempfile
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from kith.infra.jobs import JobCancelled
from kith.kernel.api import Context, Outcome, Record, message, records
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.errors import KithError
from kith.lib.ids import new_id
from kith.lib.json import Json
from kith.lib.text import fold
from kith.modules.exchange.adapters.opened import Format, open_table
from kith.modules.exchange.adapters.rows import Row, Table
from kith.modules.exchange.errors import ImportNotFound
from kith.modules.exchange.objects import IMPORT
from kith.modules.exchange.rules.mapping import parse_mapping
from kith.modules.exchange.rules.outcome import Report
from kith.modules.exchange.rules.written import lines
from kith.modules.exchange.service import matches
from kith.modules.exchange.service.files import blobs, local_copy, rejects_key
from kith.modules.exchange.service.links import Known, resolve
from kith.modules.exchange.service.rows import Draft, Plan, drafts, plan
from kith.modules.exchange.service.seen import Seen
from kith.modules.exchange.service.uploads import LOCALES

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
    seen: Seen
    position: int = 1
    known: Known = field(default_factory=Known)


async def run_import(run: Run, open: Open, *, import_id: str, dry: bool = False) -> Json:  # noqa: A002
    """Do the import (a long job). Resumes where the last committed chunk ended; cancel keeps what was written."""
    wanted = uuid.UUID(import_id)
    try:
        with tempfile.TemporaryDirectory(prefix="kith-import-") as folder:
            session = await _begin(open, wanted, Path(folder), dry=dry)
            for rows in _chunks(session.table, session.position):
                await _chunk(open, session, rows)
                await run.progress(session.position - 1, session.rows)
    except Exception as error:
        # Where the next run goes on was stored with the last chunk; what this one counted since is void.
        state = "cancelled" if isinstance(error, JobCancelled) else "failed"
        with contextlib.suppress(KithError, OSError):
            await _break_off(open, wanted, "uploaded" if dry else state)
        raise
    await _finish(open, session)
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
        resumed = record.get("batch") is not None and not dry
        rows = int(str(record["rows"] or 0))
        batch = uuid.UUID(str(record["batch"])) if resumed else new_id()
        session = Session(
            id=record.id,
            plan=plan(of, mapping, table.header, partial(_labels, ctx, of)),
            table=table,
            rows=rows,
            batch=batch,
            dry=dry,
            report=Report.of(record["report"]) if resumed else Report(),
            position=int(str(record["position"] or 1)) if resumed else 1,
            seen=Seen.of(mapping, rows, dry=dry),
        )
        start = {"state": "checking" if dry else "running"} | ({} if dry else {"batch": str(batch)})
        await records.update(ctx.as_system(), IMPORT, record.id, start)
        return session


def _labels(ctx: Context, of: ObjectDef, field: FieldDef) -> dict[str, str]:
    """The keys of options by label; a label that two of them share says nothing."""
    known: dict[str, str | None] = {}
    for locale in LOCALES:
        for option in field.options:
            label = f"option.{of.name}.{field.name}.{option.key}"
            word = fold(ctx.catalog.label(label, locale)).strip()
            known[word] = option.key if known.get(word, option.key) == option.key else None
    return {word: key for word, key in known.items() if key is not None}


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
    updates = [d for _, d in placed.update]
    changed = await records.update_many(ctx, name, [(i, d.values) for i, d in placed.update])
    written = _count(ctx, session, placed.create, created)
    repeats = sum(1 for d in placed.repeats if d.is_good)
    kept = _count(ctx, session, updates, changed)
    same = sum(1 for o in changed if not o.problems and not o.changed)
    report.created += written - repeats
    report.updated += kept - same + repeats
    report.unchanged += same


def _count(
    ctx: Context, session: Session, work: Sequence[Draft], outcomes: Sequence[Outcome]
) -> int:
    for draft, outcome in zip(work, outcomes, strict=True):
        draft.problems.extend(
            (_place(ctx, session, name), error) for name, error in outcome.problems.items()
        )
    return sum(1 for draft in work if draft.is_good)


def _place(ctx: Context, session: Session, name: str) -> str | None:
    """Name what a person sees: the column of the file, or the field that no column fills."""
    if not name:
        return None
    label = f"field.{session.plan.object.name}.{name}"
    return session.plan.column_of(name) or ctx.catalog.label(label, ctx.actor.locale)


async def _reject(ctx: Context, session: Session, bad: Sequence[Draft]) -> None:
    rows: list[list[object]] = []
    for draft in bad:
        told = [(c, p.code, message(p, ctx.actor.locale)) for c, p in draft.problems]
        session.report.reject(draft.row.number, told)
        reasons = "; ".join(f"{column}: {text}" if column else text for column, _, text in told)
        cells = [*draft.row.cells, *[""] * (session.plan.width - len(draft.row.cells))]
        rows.append([*cells[: session.plan.width], draft.row.number, reasons])
    if rows and not session.dry:
        key = rejects_key(ctx, session.id, bad[0].row.number)
        await blobs(ctx).put(key, lines(rows).encode())


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


async def _finish(open: Open, session: Session) -> None:  # noqa: A002
    end: dict[str, Json] = {"state": "done"}
    if session.dry:
        end = {"state": "checked", "position": None}
    async with open() as ctx:
        await _save(ctx, session, end)


async def _break_off(open: Open, import_id: uuid.UUID, state: str) -> None:  # noqa: A002
    async with open() as ctx:
        await records.update(ctx.as_system(), IMPORT, import_id, {"state": state})
