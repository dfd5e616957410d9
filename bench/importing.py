"""J7: ten thousand leads from a CSV file; per row, by COPY, by the reference and by Kith."""

import asyncio
import csv
import datetime as dt
import io
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import asyncpg

from bench.client import Connection
from bench.load import Figures
from bench.processes import cpu_ms

COLUMNS = ["name", "contact_name", "company", "email", "phone", "team_id", "owner_id", "created_at"]
CALM_SECONDS, CALM_MS = 0.5, 20
MAPPED = ("name", "contact_name", "company", "email", "phone")


async def by_copy(url: str, path: Path) -> float:
    """Return milliseconds per row of a COPY of ready values."""
    with path.open(newline="") as file:
        rows = [_ready(row) for row in csv.DictReader(file)]
    connection = await asyncpg.connect(url)
    begun = time.perf_counter()
    await connection.copy_records_to_table("lead", records=rows, columns=COLUMNS)
    taken = time.perf_counter() - begun
    await connection.close()
    return taken * 1000 / len(rows)


async def by_reference(port: int, pids: Sequence[int], path: Path) -> Figures:
    """Return the figures per row of the reference's import."""
    connection, body = Connection("127.0.0.1", port), path.read_bytes()
    cpu, begun = cpu_ms(list(pids)), time.perf_counter()
    reply = await connection.request("POST", "/import/leads", body, {"Content-Type": "text/csv"})
    rows = json.loads(reply.body)["ok"]
    return _figures(cpu_ms(list(pids)) - cpu, time.perf_counter() - begun, rows)


async def by_kith(
    port: int, pids: Sequence[int], headers: Mapping[str, str], path: Path
) -> Figures:
    """Return the figures per row of an import through the wizard's own roads: upload, map, run, until it is done."""
    connection = Connection("127.0.0.1", port)
    cpu, begun = cpu_ms(list(pids)), time.perf_counter()
    body, kind = _form(path)
    known = await _call(connection, "POST", "/api/import", body, {**headers, "Content-Type": kind})
    columns = [
        {"column": name, "field": name if name == "name" else f"{name}__c"} for name in MAPPED
    ]
    mapping = json.dumps({"object": "lead__c", "mode": "create", "columns": columns}).encode()
    await _call(connection, "PUT", f"/api/import/{known['id']}/mapping", mapping, headers)
    job = await _call(connection, "POST", f"/api/import/{known['id']}/run", b"{}", headers)
    while job["state"] in ("queued", "running"):
        await asyncio.sleep(0.05)
        job = await _call(connection, "GET", f"/api/jobs/{job['id']}", None, headers)
    if job["state"] != "done" or job["result"]["rejected"]:
        raise RuntimeError(f"the import ended badly: {job}")
    rows = job["result"]["created"]
    figures = _figures(cpu_ms(list(pids)) - cpu, time.perf_counter() - begun, rows)
    return replace(figures, db_ms=await _afterwards(pids) / rows)


async def _afterwards(pids: Sequence[int]) -> float:
    """Return the CPU milliseconds of what followed the import, such as the search index: until all is calm."""
    begun = before = cpu_ms(list(pids))
    while True:
        await asyncio.sleep(CALM_SECONDS)
        now = cpu_ms(list(pids))
        if now - before <= CALM_MS:
            return now - begun
        before = now


async def _call(
    connection: Connection, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
) -> dict[str, Any]:
    reply = await connection.request(method, path, body, headers)
    if reply.status >= 300:
        raise RuntimeError(f"{path}: {reply.status} {reply.body[:300]!r}")
    return dict(json.loads(reply.body))


def _form(path: Path) -> tuple[bytes, str]:
    mark = "kith-bench-boundary"
    out = io.BytesIO()
    out.write(
        f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="leads.csv"\r\n'.encode()
    )
    out.write(
        b"Content-Type: text/csv\r\n\r\n" + path.read_bytes() + f"\r\n--{mark}--\r\n".encode()
    )
    return out.getvalue(), f"multipart/form-data; boundary={mark}"


def _ready(row: Mapping[str, str]) -> tuple[object, ...]:
    texts = [row[name] for name in COLUMNS[:5]]
    return (
        *texts,
        int(row["team_id"]),
        int(row["owner_id"]),
        dt.datetime.fromisoformat(row["created"]),
    )


def _figures(cpu: float, seconds: float, rows: int) -> Figures:
    per_row = seconds * 1000 / rows
    return Figures(p50=per_row, p95=per_row, app_ms=cpu / rows, db_ms=0, operations=rows, errors=())
