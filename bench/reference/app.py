"""Litestar and asyncpg with nothing on top: no sign-in, no rights, no change log."""

import csv
import datetime as dt
import io
import os

import asyncpg
import msgspec
from litestar import Litestar, Request, Response, get, patch, post
from litestar.datastructures import State

from bench.reference import sql


class Lead(msgspec.Struct):
    """What a lead is created from."""

    name: str
    contact_name: str | None = None
    company: str | None = None
    email: str | None = None
    phone: str | None = None
    team_id: int | None = None
    owner_id: int | None = None


class Move(msgspec.Struct):
    """The stage to move to."""

    stage_id: int


async def open_pool(app: Litestar) -> None:
    """Connect to the database named by BENCH_DSN."""
    app.state.pool = await asyncpg.create_pool(os.environ["BENCH_DSN"], min_size=4, max_size=8)


async def close_pool(app: Litestar) -> None:
    """Close the connections."""
    await app.state.pool.close()


def raw(text: str) -> Response[str]:
    """Pass JSON text on as it is."""
    return Response(text, media_type="application/json")


@get("/opps")
async def list_deals(
    state: State,
    team: int,
    stages: str,
    min: float,  # noqa: A002 - the parameter's name
    limit: int = 50,
) -> Response[str]:
    wanted = [int(s) for s in stages.split(",")]
    return raw(await state.pool.fetchval(sql.LIST, team, wanted, min, limit))


@get("/opps/{deal_id:int}")
async def show_deal(state: State, deal_id: int, feed: int = 20) -> Response[str]:
    return raw(await state.pool.fetchval(sql.RECORD, deal_id, feed))


@post("/leads")
async def create_lead(state: State, data: Lead) -> Response[str]:
    values = (
        data.name,
        data.contact_name,
        data.company,
        data.email,
        data.phone,
        data.team_id,
        data.owner_id,
    )
    return raw(await state.pool.fetchval(sql.CREATE, *values))


@patch("/opps/{deal_id:int}")
async def move_deal(state: State, deal_id: int, data: Move) -> Response[str]:
    return raw(await state.pool.fetchval(sql.MOVE, deal_id, data.stage_id, 13))


@get("/accounts")
async def find_accounts(state: State, q: str, limit: int = 20) -> Response[str]:
    return raw(await state.pool.fetchval(sql.FRAGMENT, f"%{q}%", limit))


@get("/pipeline")
async def pipeline(state: State, team: int) -> Response[str]:
    return raw(await state.pool.fetchval(sql.PIPELINE, team))


@get("/report/won")
async def won(state: State) -> Response[str]:
    return raw(await state.pool.fetchval(sql.WON))


@post("/import/leads")
async def import_leads(request: Request, state: State) -> dict[str, int]:  # type: ignore[type-arg]
    """CSV to checked rows to COPY, in one transaction."""
    rows, bad = [], 0
    for r in csv.DictReader(io.StringIO((await request.body()).decode())):
        if "@" not in r["email"]:
            bad += 1
            continue
        texts = (r["name"], r["contact_name"], r["company"], r["email"], r["phone"])
        created = dt.datetime.fromisoformat(r["created"])
        rows.append((*texts, int(r["team_id"]), int(r["owner_id"]), created))
    columns = [
        "name",
        "contact_name",
        "company",
        "email",
        "phone",
        "team_id",
        "owner_id",
        "created_at",
    ]
    async with state.pool.acquire() as connection, connection.transaction():
        await connection.copy_records_to_table("lead", records=rows, columns=columns)
    return {"ok": len(rows), "bad": bad}


app = Litestar(
    [list_deals, show_deal, create_lead, move_deal, find_accounts, pipeline, won, import_leads],
    on_startup=[open_pool],
    on_shutdown=[close_pool],
    openapi_config=None,
    request_max_body_size=200_000_000,
)
