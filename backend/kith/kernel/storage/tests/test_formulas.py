"""Formulas compute what they say in PostgreSQL, as virtual columns and expanded alike, and never fail on a row."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql

from kith.infra.db import Database
from kith.kernel.catalog import Catalog, standard
from kith.kernel.fields.formula import FormulaProblem, expression, settle
from kith.kernel.fields.formula.functions import FUNCTIONS, OPERATORS
from kith.kernel.schema import FieldDef, Workspace
from kith.kernel.storage import workspaces
from kith.kernel.storage.tables import table
from tests.support.every import MODULES
from tests.support.written import drawn

D = Decimal
DIALECT = postgresql.dialect(paramstyle="numeric_dollar")
ROW = {
    "text": "Hello, 华星",
    "number": D("7.5"),
    "integer": 3,
    "date": dt.date(2026, 1, 31),
    "datetime": dt.datetime(2026, 1, 31, 23, 30, tzinfo=dt.UTC),
    "checkbox": True,
    "choice": "a",
    "tags": ["vip", "new"],
    "money": D(100),
    "money__base": D(90),
    "percent": D(35),
}
CASES: list[tuple[str, Any]] = [
    ("1 + 2 * 3 - 4 / 2", D(5)),
    ("(1 + 2) * 3 % 4", D(1)),
    ("-number + 10", D("2.5")),
    ("100 - (10 - 3) - (2 - 1)", D(92)),
    ("100 / (10 / 2) / (4 * 5)", D(1)),
    ("-(2 - 5) * 2", D(6)),
    ("1 - -(1 - 3)", D(-1)),
    ("not (checkbox and false) = true", True),
    ("(checkbox or true) and false", False),
    ("add_days(date, 3 - (2 - 1)) - date", D(2)),
    ("integer / 2", D("1.5")),
    ("number / 0", None),
    ("round(number / 7, 2)", D("1.07")),
    ("floor(number) + ceil(number) + abs(-1)", D(16)),
    ("min(number, 3, integer) + max(1, 2)", D(5)),
    ("money * percent / 100", D("31.5")),
    ("money.amount", D(100)),
    ("if(number > 5, 'big', 'small')", "big"),
    ("if(number > 50, 'big')", None),
    ("if(checkbox and not (choice = 'b'), 1, 0)", D(1)),
    ("checkbox or is_empty(long_text)", True),
    ("is_empty(long_text) and not is_empty(text)", True),
    ("coalesce(long_text, text)", "Hello, 华星"),
    ("long_text & '!' & number", "!7.5"),
    ("concat(text, ' / ', date, ' / ', checkbox)", "Hello, 华星 / 2026-01-31 / true"),
    ("upper(left(text, 5)) & right(text, 2)", "HELLO华星"),
    ("mid(text, 8, 2)", "华星"),
    ("length(text)", D(9)),
    ("replace(text, 'Hello', 'Bye')", "Bye, 华星"),
    ("contains(text, 'HELLO') and starts(text, 'hel') and ends(text, '星')", True),
    ("number(text)", None),
    ("number(' ' & integer & '.5 ')", D("3.5")),
    ("trim('  a ')", "a"),
    ("has(tags, 'vip')", True),
    ("count(tags)", D(2)),
    ("date + 1", dt.date(2026, 2, 1)),
    ("date - date(2026, 1, 1)", D(30)),
    ("days_between('2026-01-01', date)", D(30)),
    ("add_months(date, 1)", dt.date(2026, 2, 28)),
    ("months_between('2025-11-05', date)", D(2)),
    ("start_of_month(date)", dt.date(2026, 1, 1)),
    ("year(date) * 100 + month(date)", D(202601)),
    ("quarter(date) + weekday(date)", D(7)),
    ("day(datetime)", D(1)),
    ("day_of(datetime)", dt.date(2026, 2, 1)),
    ("hours_between(start_of_day(date), datetime)", D("24.5")),
    ("date > '2026-01-01' and date < datetime", True),
    ("text(datetime)", "2026-02-01 00:30"),
    ("date(2026, 13, 1)", None),
    ("date != empty", True),
    ("text = 'x'", False),
    ("add_days(date, 99999999)", dt.date(6132, 12, 11)),
    ("add_days(add_days(date, 99999999), 99999999)", None),
]
WRONG = [
    ("", "formula.unfinished", 1),
    ("1 +", "formula.unfinished", 4),
    ("1 2", "formula.unexpected", 3),
    ("foo", "formula.unknown_name", 1),
    ("1 + frob(2)", "formula.unknown_function", 5),
    ("text + 1", "formula.wrong_type", 1),
    ("lower(number)", "formula.wrong_type", 7),
    ("if(1, 2, 3)", "formula.wrong_type", 4),
    ("if(checkbox, 1, 'a')", "formula.wrong_type", 17),
    ("round()", "formula.wrong_count", 1),
    ("date > '2026-02-30'", "formula.bad_date", 8),
    ("json", "formula.not_usable", 1),
    ("link.nothing", "formula.unknown_name", 1),
    ("itself + 1", "formula.cycle", 1),
    ("(" * 60 + "1" + ")" * 60, "formula.too_complex", None),
    ("1" + " + 1" * 600, "formula.too_complex", None),
    ("x" * 6000, "formula.too_complex", None),
    ("text; drop table x", "formula.unexpected", 5),
    ("'a' -- b", "formula.unknown_name", 8),
]


BERLIN = Workspace(UUID(int=1), "acme", "Acme", "ws_acme", timezone="Europe/Berlin")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return standard(MODULES, BERLIN)


@pytest.fixture
async def filled(database: Database) -> Database:
    async with database.unit() as unit:
        await workspaces.create(unit, "acme", "Acme", MODULES, timezone="Europe/Berlin")
        names = ", ".join(ROW)
        marks = ", ".join(f"${i + 1}" for i in range(len(ROW)))
        await unit.execute(f"insert into ws_acme.every ({names}) values ({marks})", *ROW.values())
        await unit.execute("insert into ws_acme.every default values")
    return database


def _formula(text: str, name: str = "f") -> FieldDef:
    return FieldDef(name, "formula", "F", config={"expr": text})


async def test_formulas_give_what_they_say_in_both_ways(filled: Database, catalog: Catalog) -> None:
    row = table(catalog, BERLIN, "every")
    async with filled.unit() as unit:
        for number, (text, wanted) in enumerate(CASES):
            field = _formula(text)
            settled = settle(catalog, "every", field, "Europe/Berlin")
            assert settled.sql is not None, text
            await unit.execute(
                "alter table ws_acme.every drop column if exists f;"
                f"alter table ws_acme.every add column f {_type(settled.result)}"
                f" generated always as ({settled.sql}) virtual"
            )
            sql = f"select f from ws_acme.every where text is not null and {number} = {number}"
            found = await unit.fetchval(sql)
            assert found == wanted, text
            expanded = expression(
                catalog, "every", field, row, lambda _: row, timezone="Europe/Berlin"
            )
            statement = sa.select(expanded).where(row.c.text.is_not(None))
            assert await unit.fetchval(str(statement.compile(dialect=DIALECT))) == wanted, text


async def test_no_function_fails_on_any_row(filled: Database, catalog: Catalog) -> None:
    extreme: dict[str, list[Any]] = {
        "number": [D("1e14"), D("-1e14"), D(0), D("0.00000001")],
        "date": [dt.date.min, dt.date.max],
        "text": ["", "x" * 500, "1e5", "-", "%_\\"],
        "datetime": [dt.datetime(1, 1, 2, tzinfo=dt.UTC), dt.datetime(9999, 12, 30, tzinfo=dt.UTC)],
    }
    calls = drawn(st.sampled_from(list(_every_call())), 400)
    async with filled.unit() as unit:
        for column, values in extreme.items():
            for value in values:
                await unit.execute(f"insert into ws_acme.every ({column}) values ($1)", value)
        for call in dict.fromkeys(calls):
            settled = settle(catalog, "every", _formula(call), "Asia/Shanghai")
            if settled.sql is not None:
                await unit.fetch(f"select {settled.sql} from ws_acme.every")


def _every_call() -> list[str]:
    """Return every function and operator on columns of every type it takes."""
    columns = {
        "text": ["text", "'a'"],
        "number": ["number", "-100000000000000", "0"],
        "date": ["date", "datetime"],
        "datetime": ["datetime"],
        "checkbox": ["checkbox"],
        "list": ["tags"],
        "word": ["number", "date", "datetime", "checkbox"],
        "any": ["link", "date"],
    }
    found = []
    signatures = [(name, f) for name, f in FUNCTIONS.items()]
    signatures += [(name, f) for name, many in OPERATORS.items() for f in many]
    for name, function in signatures:
        kinds = [p.rstrip("?+") for p in function.parameters]
        for same in ("text", "number", "date", "datetime", "checkbox"):
            for turn in range(4):
                chosen = [columns[same if kind == "same" else kind] for kind in kinds]
                given = [options[turn % len(options)] for options in chosen]
                found.append(_written(name, given))
    return list(dict.fromkeys(found))


def _written(name: str, given: list[str]) -> str:
    if name in FUNCTIONS:
        return f"{name}({', '.join(given)})"
    if name in ("negative", "not"):
        return f"{'-' if name == 'negative' else 'not '}{given[0]}"
    return f"{given[0]} {name} {given[1]}"


@pytest.mark.parametrize(("text", "code", "position"), WRONG)
def test_what_is_wrong_is_named_with_its_position(
    catalog: Catalog, text: str, code: str, position: int | None
) -> None:
    every = catalog.object("every")
    looped = replace(every, fields=(*every.fields, _formula(text, "itself")))
    circle = replace(catalog, objects={**catalog.objects, "every": looped})
    with pytest.raises(FormulaProblem) as refused:
        settle(circle, "every", _formula(text, "itself"), "UTC")
    assert refused.value.code == code
    assert position is None or refused.value.position == position


def test_what_is_not_local_or_not_steady_has_no_column(catalog: Catalog) -> None:
    for text in ("today() - date", "link.text", "user.name & '!'", "user.manager.name", "now()"):
        assert settle(catalog, "every", _formula(text), "UTC").sql is None


def _type(kind: str) -> str:
    return {"checkbox": "boolean", "number": "numeric", "datetime": "timestamptz"}.get(kind, kind)
