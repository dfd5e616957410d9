"""The SQL of the hottest reads, kept in files: whoever changes it sees what, and measures it again."""

import uuid
from pathlib import Path
from typing import Any

import pytest

from kith.kernel import access
from kith.kernel.catalog import standard
from kith.kernel.context import Actor, Context, Workspace
from kith.kernel.expr import parse_aggregate, parse_query
from kith.kernel.query import compile as queries
from kith.kernel.query.params import Statement
from kith.kernel.schema import ObjectRights, ProfileDef
from kith.main.loader import load
from tests.support.golden import agree

FOLDER = Path(__file__).parent / "statements"
ME = uuid.UUID("01a20000-0000-7000-8000-000000000001")
RECORD = uuid.UUID("01a20000-0000-7000-8000-000000000002")
WORKSPACE = Workspace(uuid.UUID(int=1), "demo", "Demo", "ws_demo")
CATALOG = standard(load(), WORKSPACE)
MANAGER = ProfileDef(
    "manager",
    "Manager",
    {
        "deal": ObjectRights("team"),
        "account": ObjectRights("all"),
        "contact": ObjectRights("mine"),
        "deal_step": ObjectRights("team"),
    },
)
ADMIN = ProfileDef("admin", "Administrator", admin=True)
DEALS: dict[str, Any] = {
    "where": {
        "and": [
            {"field": "stage", "op": "in", "value": ["discover", "propose"]},
            {"field": "amount", "op": "gt", "value": 10_000},
        ]
    },
    "sort": [{"by": "expected_close", "desc": True}],
    "fields": ["name", "account", "owner", "stage", "amount", "expected_close", "probability"],
}
WON = {
    "where": {"field": "outcome", "value": "won"},
    "group": [{"by": "closed_on", "bucket": "month"}, {"by": "owner"}],
    "measures": [{"op": "count"}, {"op": "sum", "field": "amount"}],
}
PIPELINE = {"group": ["stage"], "measures": [{"op": "count"}, {"op": "sum", "field": "amount"}]}
FRAGMENT: dict[str, Any] = {
    "where": {"field": "name", "op": "contains", "value": "kest"},
    "sort": [{"by": "name"}],
    "fields": ["name", "address.city", "email"],
    "limit": 20,
    "count": "none",
}
LISTS: dict[str, tuple[ProfileDef, str, dict[str, Any]]] = {
    "list_of_a_team": (MANAGER, "deal", DEALS),
    "list_of_everything": (ADMIN, "deal", {"fields": ["name"], "count": "exact"}),
    "name_fragment": (MANAGER, "account", FRAGMENT),
    "closed_labels": (MANAGER, "deal", {"fields": ["contact", "contact.email"], "count": "none"}),
    "parts_follow_their_parent": (MANAGER, "deal_step", {"fields": ["name"], "count": "none"}),
    "words": (MANAGER, "deal", {"search": "华星 renewal", "fields": ["name"], "count": "none"}),
    "children": (
        ADMIN,
        "account",
        {
            "where": {
                "children": "deal.account",
                "is": "any",
                "where": {"field": "outcome", "value": "open"},
            },
            "fields": ["name"],
            "count": "none",
        },
    ),
}


def _context(profile: ProfileDef) -> Context:
    unit: Any = None
    return Context(Actor(ME, "Max", profile, team=(ME,)), WORKSPACE, unit, CATALOG)


def _text(statement: Statement) -> str:
    args = "\n".join(
        f"-- ${i}: {type(value).__name__}" for i, value in enumerate(statement.args, 1)
    )
    lines = "\n".join(line.rstrip() for line in statement.sql.splitlines())
    return f"{lines}\n{args}"


def _list(profile: ProfileDef, object_name: str, query: dict[str, Any]) -> Statement:
    ctx = _context(profile)
    return queries.list_query(ctx, access.reader(ctx), object_name, parse_query(query))


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str) -> None:
    agree(FOLDER / f"{name}.sql", _text(_list(*LISTS[name])))


@pytest.mark.parametrize("empty", [False, True])
def test_the_next_page_goes_on_from_the_last_row(*, empty: bool) -> None:
    after = {
        False: "WyIxZmM2OThiZCIsICIyMDI2LTAxLTA3IiwgIjAxYTIwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMiJd",
        True: "WyIxZmM2OThiZCIsIG51bGwsICIwMWEyMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDIiXQ",
    }[empty]
    query = {**DEALS, "count": "none", "fields": ["name"], "after": after}
    name = "next_page_of_empty_ones" if empty else "next_page"
    agree(FOLDER / f"{name}.sql", _text(_list(MANAGER, "deal", query)))


@pytest.mark.parametrize(
    ("name", "profile", "query"),
    [("pipeline", MANAGER, PIPELINE), ("won_by_month_and_owner", ADMIN, WON)],
)
def test_figures(name: str, profile: ProfileDef, query: dict[str, Any]) -> None:
    ctx = _context(profile)
    made = queries.aggregate_query(ctx, access.reader(ctx), "deal", parse_aggregate(query))
    agree(FOLDER / f"{name}.sql", _text(made))


def test_one_record() -> None:
    ctx = _context(MANAGER)
    fields = (("name",), ("account",), ("contact",), ("amount",), ("owner",))
    made = queries.get_query(ctx, access.reader(ctx), "deal", RECORD, fields)
    agree(FOLDER / "one_record.sql", _text(made))
