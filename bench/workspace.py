"""Puts the generated data into the reference's tables and into a Kith workspace of the same database."""

from pathlib import Path

import asyncpg

from bench.generate import TEAMS
from bench.targets import ACCOUNTS, DEALS, KEYS, MANAGERS, NOTES, PEOPLE, TEAM, Data
from kith.infra.db import Database
from kith.infra.identity import credentials
from kith.infra.settings import Settings
from kith.kernel import api
from kith.kernel.storage import workspaces
from kith.main.loader import load
from kith.main.upgrade import upgrade

HERE = Path(__file__).parent
SLUG = "bench"
SCHEMA = f"ws_{SLUG}"
PASSWORD = "bench-bench-1"  # noqa: S105 - of a database that lives for minutes
ADMIN, MANAGER = "admin@bench.example", "manager@bench.example"
LARGE = ("account", "deal", "note", "_change")
_VACUUM = tuple(f"vacuum analyze {SCHEMA}.{table}" for table in LARGE)
LEAD_FIELDS = (
    ("contact_name", "text", "Contact name"),
    ("company", "text", "Company"),
    ("email", "email", "E-mail"),
    ("phone", "phone", "Phone"),
)


async def fill_reference(url: str, folder: Path) -> Data:
    """COPY the files into plain tables and index them."""
    connection = await asyncpg.connect(url)
    await connection.execute((HERE / "schema.sql").read_text())
    names = {
        "teams": "team",
        "users": "app_user",
        "stages": "stage",
        "accounts": "account",
        "leads": "lead",
    }
    for file, table in (names | {"opps": "opp"}).items():
        await connection.copy_to_table(table, source=folder / f"{file}.tsv", format="text")
    columns = ["id", "opp_id", "author_id", "created_at", "body"]
    await connection.copy_to_table(
        "message", source=folder / "messages.tsv", columns=columns, format="text"
    )
    for statement in (HERE / "index.sql").read_text().split(";"):
        if statement.strip():
            await connection.execute(statement)
    team = await connection.fetch("select id from opp where team_id = $1 and stage_id <= 4", TEAM)
    long = await connection.fetch(
        "select opp_id from message group by 1 having count(*) >= 20 order by 1 limit 5000"
    )
    long_in_team = await connection.fetch(
        "select o.id from opp o where team_id = $1 and id = any($2::bigint[])",
        TEAM,
        [r[0] for r in long],
    )
    await connection.close()
    return Data([r[0] for r in team], [r[0] for r in long_in_team])


async def fill_kith(url: str, settings: Settings) -> None:
    """Make a workspace and fill its tables from the reference's; then sign-ins for a manager and an admin."""
    database = await Database.open(url, max_size=4)
    modules = load()
    await upgrade(database, settings, lambda _: None)
    async with database.unit() as unit:
        found = await workspaces.create(unit, SLUG, "Bench", modules)
    async with database.raw() as connection:
        names = ", ".join(f"'{name}'" for name in api.consumers(modules))
        dropped = await _drop_indexes(connection)
        for statement in (*_statements(names), *dropped, *_VACUUM):
            await connection.execute(statement, timeout=1800)
    async with database.unit() as unit:
        for email in (ADMIN, MANAGER):
            user = await unit.fetchval(f'select id from {SCHEMA}."user" where email = $1', email)
            await credentials.set_password(unit, found.id, user, PASSWORD)
    await database.close()


async def prepare(url: str, settings: Settings) -> None:
    """Bring a kept database to what this version of Kith wants."""
    database = await Database.open(url, max_size=2)
    load()
    await upgrade(database, settings, lambda _: None)
    async with database.raw() as connection:
        await connection.execute("vacuum analyze", timeout=600)
    await database.close()


async def _drop_indexes(connection: asyncpg.Connection) -> list[str]:
    """Drop the indexes of the large tables; return what makes them again, as that is quicker than keeping them."""
    rows = await connection.fetch(
        "select indexname, indexdef from pg_indexes where schemaname = $1 and tablename = any($2::text[])"
        " and indexdef not like 'CREATE UNIQUE%'",
        SCHEMA,
        list(LARGE),
    )
    for row in rows:
        await connection.execute(f'drop index {SCHEMA}."{row["indexname"]}"')
    return ["set maintenance_work_mem = '256MB'", *(row["indexdef"] for row in rows)]


def key(table: int, number: str) -> str:
    """SQL for the id of a row; `targets.record_id` computes the same."""
    return f"('{table:08x}-0000-7000-8000-' || lpad(to_hex({number}), 12, '0'))::uuid"


def _statements(consumers: str) -> list[str]:
    stage = "case o.stage_id " + " ".join(f"when {n} then '{k}'" for n, k in KEYS.items()) + " end"
    stamps = "created_at, updated_at"
    return [
        f"""insert into {SCHEMA}."user" (id, name, name__sort, email, profile, active, {stamps})
            values ({key(PEOPLE, "9999")}, 'Admin', 'admin', '{ADMIN}', 'admin', true, now(), now())""",
        f"""insert into {SCHEMA}."user" (id, name, name__sort, email, profile, active, {stamps})
            select {key(MANAGERS, "id")}, 'Manager ' || id, 'manager ' || id,
             case when id = {TEAM} then '{MANAGER}' else 'm' || id || '@bench.example' end,
             'manager', true, now(), now()
            from generate_series(1, {TEAMS}) id""",
        f"""insert into {SCHEMA}."user" (id, name, name__sort, email, profile, manager, active, {stamps})
            select {key(PEOPLE, "id")}, name, lower(name), login || '@bench.example', 'seller',
             {key(MANAGERS, "team_id")}, true, now(), now() from public.app_user""",
        f"""insert into {SCHEMA}.account (id, name, name__sort, email, phone, address__city, kind, owner, {stamps})
            select {key(ACCOUNTS, "id")}, name, lower(name), email, phone, city,
             'customer', {key(PEOPLE, "(id % 96 + 1)")}, created_at, created_at from public.account""",
        f"""insert into {SCHEMA}.deal (id, name, name__sort, account, amount, amount__currency, amount__base, pipeline,
             stage, probability, expected_close, outcome, closed_on, stage_since, owner, {stamps})
            select {key(DEALS, "o.id")}, o.name, lower(o.name), {key(ACCOUNTS, "o.account_id")}, o.amount, 'USD',
             o.amount, 'new_business', {stage}, o.probability, o.expected_close,
             case o.stage_id when 5 then 'won' when 6 then 'lost' else 'open' end, o.won_at::date, o.created_at,
             {key(PEOPLE, "o.owner_id")}, o.created_at, o.created_at from public.opp o order by o.id""",
        f"""insert into {SCHEMA}.note (id, subject, subject__sort, body, deal, owner, {stamps})
            select {key(NOTES, "id")}, left(body, 40), lower(left(body, 40)), body, {key(DEALS, "opp_id")},
             {key(PEOPLE, "author_id")}, created_at, created_at from public.message""",
        f"""insert into {SCHEMA}._change (at, actor, object, record, action, version, origin, after)
            select m.created_at, {key(PEOPLE, "author_id")}, 'note', {key(NOTES, "id")}, 'create', 1, 'api',
             jsonb_build_object('body', body, 'deal', {key(DEALS, "opp_id")}) from public.message m order by id""",
        f"""insert into {SCHEMA}._consumer (name, tx, id)
            select name, pg_current_xact_id(), 0 from unnest(array[{consumers}]) name on conflict do nothing""",
    ]
