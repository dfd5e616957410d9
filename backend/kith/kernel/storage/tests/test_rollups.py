"""Roll-ups give the right figure for each operation, and only rows that moved are written."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from kith.infra.db import Database
from kith.kernel.catalog import standard
from kith.kernel.fields.rollup import RollupProblem, read, recompute_sql, result_kind
from kith.kernel.schema import FieldDef, ObjectDef
from kith.kernel.storage import workspaces
from kith.kernel.storage.tables import table
from kith.lib.clock import now
from kith.lib.ids import new_id
from tests.support.every import Declared

CASES: list[tuple[str, str | None, str, Any]] = [
    ("count", None, "integer", 2),
    ("sum", "size", "number", Decimal("3.5")),
    ("avg", "size", "number", Decimal("1.75")),
    ("min", "size", "number", Decimal(1)),
    ("max", "number", "integer", 7),
    ("avg", "number", "number", Decimal(6)),
    ("sum", "amount", "money", Decimal(30)),
    ("max", "day", "date", dt.date(2026, 2, 1)),
    ("sum", "double", "number", Decimal(7)),
]
CHILD = ObjectDef(
    "part",
    "Part",
    fields=(
        FieldDef("name", "text", "Name"),
        FieldDef("whole", "link", "Whole", to="whole"),
        FieldDef("size", "number", "Size"),
        FieldDef("number", "integer", "Number"),
        FieldDef("amount", "money", "Amount"),
        FieldDef("day", "date", "Day"),
        FieldDef("double", "formula", "Double", config={"expr": "size * 2"}),
        FieldDef("late", "formula", "Late", config={"expr": "today() - day"}),
    ),
)


def _field(op: str, of: str | None, **config: Any) -> FieldDef:
    wanted = {"of": "part.whole", "op": op, "field": of, **config}
    return FieldDef(f"{op}_{of or 'all'}", "rollup", "R", config=wanted)


WHOLE = ObjectDef(
    "whole",
    "Whole",
    fields=(FieldDef("name", "text", "Name"), *(_field(op, of) for op, of, _, _ in CASES)),
)
MODULES = (Declared("m", (CHILD, WHOLE)),)


async def test_every_operation_gives_the_right_figure(database: Database) -> None:
    mine, other = new_id(), new_id()
    async with database.unit() as unit:
        workspace = await workspaces.create(unit, "acme", "Acme", MODULES)
        catalog = standard(MODULES, workspace)
        await unit.executemany("insert into ws_acme.whole (id) values ($1)", [(mine,), (other,)])
        await unit.executemany(
            "insert into ws_acme.part (whole, size, number, amount__base, day, deleted_at)"
            " values ($1, $2, $3, $4, $5, $6)",
            [
                (mine, Decimal(1), 5, Decimal(10), dt.date(2026, 1, 1), None),
                (mine, Decimal("2.5"), 7, Decimal(20), dt.date(2026, 2, 1), None),
                (mine, Decimal(99), 99, Decimal(99), dt.date(2027, 1, 1), now()),
            ],
        )
        parent, child = table(catalog, workspace, "whole"), table(catalog, workspace, "part")
        for op, of, kind, wanted in CASES:
            field = catalog.field("whole", f"{op}_{of or 'all'}")
            assert field.config["result"] == kind
            sql = recompute_sql(read(catalog, "whole", field), parent, child)
            moved = await unit.fetch(sql, [mine])
            assert [row["id"] for row in moved] == [mine]
            assert (
                await unit.fetchval(f"select {field.name} from ws_acme.whole where id = $1", mine)
                == wanted
            )
            assert await unit.fetch(sql, [mine]) == []
        empty = catalog.field("whole", "sum_size")
        await unit.fetch(recompute_sql(read(catalog, "whole", empty), parent, child), [other])
        assert await unit.fetchval("select sum_size from ws_acme.whole where id = $1", other) == 0
        some = recompute_sql(
            read(catalog, "whole", empty),
            parent,
            child,
            lambda row: row.c.number > sa.literal_column("5"),
        )
        await unit.fetch(some, [mine])
        assert await unit.fetchval(
            "select sum_size from ws_acme.whole where id = $1", mine
        ) == Decimal("2.5")


@pytest.mark.parametrize(
    "config",
    [
        {"of": "part.nothing"},
        {"of": "part.name"},
        {"of": "part.whole", "op": "median"},
        {"of": "part.whole", "op": "sum"},
        {"of": "part.whole", "op": "sum", "field": "name"},
        {"of": "part.whole", "op": "sum", "field": "day"},
        {"of": "part.whole", "op": "sum", "field": "late"},
    ],
)
def test_what_cannot_be_computed_is_refused(config: dict[str, Any]) -> None:
    with pytest.raises(RollupProblem):
        result_kind(standard(MODULES), "whole", FieldDef("r", "rollup", "R", config=config))
