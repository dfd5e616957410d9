"""Measures J1 to J8: plain PostgreSQL, the Litestar reference and Kith in one run; prints ratios against the limits."""

import argparse
import asyncio
import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bench import importing, postgres
from bench.generate import Size, write
from bench.lead_object import add_lead_object
from bench.limits import DEEP, LIMITS
from bench.load import Figures, measure, median
from bench.processes import pss_mb
from bench.servers import kith, reference, sign_in
from bench.serving import serving
from bench.targets import Data, Kith, Reference
from bench.workspace import ADMIN, MANAGER, fill_kith, fill_reference, prepare
from kith.infra.postgres import Server
from kith.infra.settings import Settings

JOBS = (DEEP, "J1", "J2", "J3", "J4", "J5", "J6", "J8")
KNOWN = "data.json"
JOB_OF = {DEEP: "J1"}
"""What the others do meanwhile: nobody else has a page by keyset."""
GROWTH = (100_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Line:
    """One job: medians of the three, in milliseconds."""

    job: str
    postgres: float
    reference: Figures
    kith: Figures
    worker_ms: float = 0

    @property
    def cpu_ratio(self) -> float:
        """CPU of Kith's web per operation, in multiples of the reference's."""
        return self.kith.app_ms / max(self.reference.app_ms, 0.001)

    @property
    def p50_ratio(self) -> float:
        """Median latency, in multiples of plain PostgreSQL's."""
        return self.kith.p50 / self.postgres


def run(options: argparse.Namespace) -> int:
    """Measure; 1 when a limit is exceeded."""
    if options.growth:
        return _tell_growth(*(_growing(options, deals) for deals in GROWTH))
    with _folder(options.folder) as folder:
        size = Size(options.accounts, min(options.accounts, 100_000), options.deals)
        lines = _measured(options, folder, size)
    if options.json:
        Path(options.json).write_text(json.dumps([asdict(line) for line in lines], indent=1))
    return _tell(lines)


def _growing(options: argparse.Namespace, deals: int) -> list[Line]:
    """Measure with so many deals, in a folder of their own beside the other's."""
    kept = Path(options.folder) / str(deals) if options.folder else None
    if kept is not None:
        kept.parent.mkdir(exist_ok=True)
    jobs = f"{DEEP},{options.jobs}"
    options = argparse.Namespace(**(vars(options) | {"deals": deals, "jobs": jobs}))
    with _folder(None if kept is None else str(kept)) as folder:
        return _measured(options, folder, Size.growing(deals))


def _measured(options: argparse.Namespace, folder: Path, size: Size) -> list[Line]:
    if not (folder / KNOWN).exists():
        print(f"generating {size.accounts:,} accounts and {size.deals:,} deals", flush=True)
        write(folder / "data", size)
    (folder / "server").mkdir(mode=0o755, exist_ok=True)
    with Server(folder / "server") as server:
        settings = Settings(data=folder / "server", database_url=server.url)
        return asyncio.run(_measure(options, settings, folder))


@contextlib.contextmanager
def _folder(kept: str | None) -> Iterator[Path]:
    """A folder of its own for the run, or the one to keep: filled by its first run, used by the next ones."""
    folder = Path(kept or tempfile.mkdtemp(prefix="kith-bench-"))
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)


async def _data(settings: Settings, folder: Path) -> Data:
    url, known = str(settings.database_url), folder / KNOWN
    if known.exists():
        await prepare(url, settings)
        return Data(**json.loads(known.read_text()))
    data = await fill_reference(url, folder / "data")
    await fill_kith(url, settings)
    known.write_text(json.dumps(asdict(data)))
    return data


async def _measure(options: argparse.Namespace, settings: Settings, folder: Path) -> list[Line]:
    url = str(settings.database_url)
    data = await _data(settings, folder)
    print("filled; measuring", flush=True)
    with reference(url) as (port, pid), kith(settings) as (kith_port, web, worker):
        plain = Reference(port, [pid], [], data)
        ours = await _kith(kith_port, web, data)
        if {"J3", "J7"} & set(options.jobs.split(",")):
            await add_lead_object(kith_port, ours.admin)
        lines = [
            await _job(job, options, url, plain, ours, worker)
            for job in options.jobs.split(",")
            if job in JOBS
        ]
        if "J7" in options.jobs:
            lines.append(
                await _import(url, plain, ours, [web, worker], folder / "data" / "import.csv")
            )
        print(
            f"alone: web {pss_mb([web]):.0f} MB, worker {pss_mb([worker]):.0f} MB (proportional set size)"
        )
    print((await serving(settings, folder, ours)).words)
    return lines


async def _kith(port: int, web: int, data: Data) -> Kith:
    manager, admin = await sign_in(port, MANAGER), await sign_in(port, ADMIN)
    return Kith(port, [web], [], data, manager, admin)


async def _job(
    job: str, options: argparse.Namespace, url: str, plain: Reference, ours: Kith, worker: int
) -> Line:
    figures: dict[str, list[Figures]] = {"plain": [], "ours": []}
    if job == DEEP:
        await ours.go_deep()
    limit = []
    for _ in range(options.runs):
        limit.append(await asyncio.to_thread(_pgbench, JOB_OF.get(job, job), url, options))
        for name, target in (("plain", plain), ("ours", ours)):
            target.db_pids = [worker]
            figures[name].append(
                await measure(
                    target,
                    job if target is ours else JOB_OF.get(job, job),
                    clients=options.clients,
                    seconds=options.seconds,
                )
            )
    ours_now = median(figures["ours"])
    line = Line(
        job, sorted(limit)[len(limit) // 2], median(figures["plain"]), ours_now, ours_now.db_ms
    )
    print(_row(line), flush=True)
    return line


def _pgbench(job: str, url: str, options: argparse.Namespace) -> float:
    return postgres.p50(
        job, url, deals=options.deals, clients=options.clients, seconds=options.seconds
    )


async def _import(url: str, plain: Reference, ours: Kith, pids: list[int], path: Path) -> Line:
    limit = await importing.by_copy(url, path)
    reference_now = await importing.by_reference(plain.port, plain.app_pids, path)
    ours_now = await importing.by_kith(ours.port, pids, ours.manager, path)
    line = Line("J7", limit, reference_now, ours_now, ours_now.db_ms)
    print(_row(line), flush=True)
    return line


def _row(line: Line) -> str:
    limit = LIMITS[line.job]
    verdict = "ok" if line.cpu_ratio <= limit.cpu and line.p50_ratio <= limit.p50 else "OVER"
    failures = (
        f"  {len(line.kith.errors)} errors: {line.kith.errors[0]}" if line.kith.errors else ""
    )
    return (
        f"{line.job} {limit.title:42} p50 ms: pg {line.postgres:7.3f}  ref {line.reference.p50:7.3f}"
        f"  kith {line.kith.p50:7.3f} = {line.p50_ratio:5.2f} x pg (limit {limit.p50})"
        f"  CPU ms: ref {line.reference.app_ms:6.3f}  kith {line.kith.app_ms:6.3f} = {line.cpu_ratio:4.2f} x"
        f" (limit {limit.cpu})  worker {line.worker_ms:5.3f}  {verdict}{failures}"
    )


def _tell(lines: list[Line]) -> int:
    over = [
        line.job
        for line in lines
        if line.cpu_ratio > LIMITS[line.job].cpu
        or line.p50_ratio > LIMITS[line.job].p50
        or line.kith.errors
    ]
    names = f"; over: {', '.join(over)}" if over else ""
    print(f"{len(lines) - len(over)} of {len(lines)} jobs within their limits{names}")
    return 1 if over else 0


def _tell_growth(small: list[Line], large: list[Line]) -> int:
    """Say how much slower each job is with ten times the rows of everything."""
    over = []
    for before, after in zip(small, large, strict=True):
        limit, ratio = LIMITS[before.job], after.kith.p50 / before.kith.p50
        if ratio > limit.growth or after.kith.errors:
            over.append(before.job)
        print(
            f"{before.job:6} {limit.title:42} p50 ms: {before.kith.p50:8.3f} -> {after.kith.p50:8.3f} ="
            f" {ratio:5.2f} x (limit {limit.growth})  plain PostgreSQL {after.postgres / before.postgres:5.2f} x"
            f"  {'OVER' if before.job in over else 'ok'}"
        )
    return 1 if over else 0
