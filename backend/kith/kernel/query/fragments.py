"""Parts of statements for those who write: a condition on a row, a row as JSON.

The row is called by a name that the caller's statement gives it: a table, or what INSERT and UPDATE return.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement

from kith.kernel.expr import Filter, Path
from kith.kernel.query import present
from kith.kernel.query.filters import condition
from kith.kernel.query.lists import selected
from kith.kernel.query.source import Build, Source
from kith.kernel.storage.tables import table

_LABEL = "kith_part"
_MIDDLE = f" AS {_LABEL} \nFROM "


@dataclass(frozen=True, slots=True)
class Condition:
    """An SQL condition on the row, and the values of its parameters."""

    sql: str
    args: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class RecordPart:
    """A row as a JSON expression, the joins that it needs, and the values of its parameters."""

    expression: str
    joins: str
    args: tuple[object, ...]


def condition_select(build: Build, object_name: str, where: Filter, row: str) -> sa.Select[Any]:
    """Return a statement to cut the condition out of."""
    source = _row(build, object_name, row)
    return _whole(source, condition(source, where))


def record_select(
    build: Build, object_name: str, fields: tuple[Path, ...] | None, row: str
) -> sa.Select[Any]:
    """Return a statement to cut the JSON expression out of."""
    source = _row(build, object_name, row)
    return _whole(source, present.record(source, selected(build, object_name, fields)))


def cut_record(sql: str, args: tuple[object, ...], row: str) -> RecordPart:
    """Take a compiled statement apart: the expression, and the joins after the row's own name."""
    expression, rest = sql.removeprefix("SELECT ").split(_MIDDLE, 1)
    return RecordPart(expression, rest.partition(f" AS {row}")[2].strip(), args)


def cut_condition(sql: str, args: tuple[object, ...], row: str) -> Condition:
    """Take a compiled statement apart; joins, if any, go into the condition."""
    part = cut_record(sql, args, row)
    if not part.joins:
        return Condition(part.expression, args)
    return Condition(
        f"EXISTS (SELECT FROM (SELECT) AS one {part.joins} WHERE {part.expression})", args
    )


def _row(build: Build, object_name: str, row: str) -> Source:
    own = table(build.catalog, build.workspace, object_name).alias(row)
    return Source(build, build.catalog.object(object_name), own)


def _whole(source: Source, expression: ColumnElement[Any]) -> sa.Select[Any]:
    return sa.select(expression.label(_LABEL)).select_from(source.from_clause())
