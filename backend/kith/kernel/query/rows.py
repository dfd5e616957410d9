"""Which rows a page holds, by two roads, so that a list is slow for nobody.

The near road walks the index that has the order asked for, over a bounded number of rows, until the page is full: the
quickest there is for whoever sees a fair share of the records. The far road, taken only when the near one could not
fill the page, finds by the filter first and sorts afterwards. PostgreSQL cannot choose between them: it plans once for
a seller with five deals and for a manager with half of them.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql import visitors

from kith.kernel.expr import And, Compare, Filter, Not, Or, Query, Sort
from kith.kernel.fields.registry import FIELD_TYPES, LINK_KINDS
from kith.kernel.query import pages
from kith.kernel.query.filters import Condition, alive, condition, guard, looks_into_text
from kith.kernel.query.params import number
from kith.kernel.query.rights import Action
from kith.kernel.query.source import Build, Source
from kith.kernel.schema import FieldDef, ObjectDef
from kith.kernel.storage.tables import table
from kith.kernel.storage.wanted import sort_columns

NEAR = 4_000
"""How many rows the near road looks at."""
DEFAULT_SORT = (Sort(("id",), descending=True),)
"""Ids grow with time, so this is the newest first, and there is always an index for it."""

Rows = sa.Select[Any]


def page_rows(
    build: Build, object_name: str, query: Query, empties: tuple[bool, ...]
) -> tuple[sa.CTE, tuple[pages.Key, ...]]:
    """Return id, keys and number of each row of the page, and one more row if the list goes on."""
    definition = build.catalog.object(object_name)
    narrow = build.allowed(object_name, "read") is not None
    wordy = looks_into_text(query.where)
    ordered = has_order(build, object_name, query.sort or DEFAULT_SORT)
    far, keys = _far(build, object_name, query, empties, fenced=wordy or (ordered and narrow))
    found: sa.FromClause = far.subquery(build.alias())
    limited = narrow or query.where is not None
    if ordered and limited and not wordy and _stays_on_the_row(definition, query.where):
        found = _either(build, _near(build, object_name, query, empties), far, query.limit)
    order = [pages.ordered(found.c[f"k{i}"], key) for i, key in enumerate(keys)]
    numbered = sa.select(found, sa.func.row_number().over(order_by=order).label("n"))
    return numbered.cte("page"), keys


def limits(source: Source, where: Filter | None, action: Action) -> list[Condition]:
    """Return the reader's rights, then the filter."""
    allowed = guard(source, action)
    found = [] if allowed is None else [allowed]
    return found if where is None else [*found, condition(source, where)]


def has_order(build: Build, object_name: str, sorts: Sequence[Sort]) -> bool:
    """Say whether an index of the object's table has this order (see `storage.wanted`)."""
    if len(sorts) != 1 or len(sorts[0].path) != 1:
        return False
    (name,), descending = sorts[0].path, sorts[0].descending
    if name == "id":
        return True
    definition = build.catalog.object(object_name)
    field = definition.find(name)
    if field is None or not _is_kept_in_order(build, object_name, field):
        return False
    hinted = {hint.fields[0] for hint in definition.indexes}
    if (f"-{name}" if descending else name) in hinted:
        return True
    own = field in definition.fields and (field.indexed or name == definition.title)
    return own and not descending and field.kind not in LINK_KINDS


def _is_kept_in_order(build: Build, object_name: str, field: FieldDef) -> bool:
    """Say whether lists sort by the very columns that an index of the field holds."""
    if field.kind == "formula":
        return False
    row = table(build.catalog, build.workspace, object_name)
    keys = FIELD_TYPES[field.kind].sort(field, row)
    names = tuple(key.name for key in keys if isinstance(key, sa.ColumnClause | sa.Column))
    return len(names) == len(keys) and names == sort_columns(field)


def _stays_on_the_row(definition: ObjectDef, where: Filter | None) -> bool:
    """Say whether the filter can be asked of a row that is no table's own: many-to-many fields and teams cannot."""
    match where:
        case And(items) | Or(items):
            return all(_stays_on_the_row(definition, item) for item in items)
        case Not(item):
            return _stays_on_the_row(definition, item)
        case Compare(path=(name,), op=op):
            field = definition.find(name)
            return op != "under" and (field is None or field.kind != "links")
    return True


def _either(build: Build, near: Rows, far: Rows, limit: int) -> sa.FromClause:
    """Return the near rows if they fill the page, else the far ones; PostgreSQL runs the second only if needed."""
    walked = near.cte("near")
    counted = sa.select(sa.func.count()).select_from(walked).scalar_subquery()
    elsewhere = far.subquery(build.alias())
    first = sa.select(walked).where(counted > number(limit))
    second = sa.select(elsewhere).where(counted <= number(limit))
    return sa.union_all(first, second).subquery(build.alias())


def _near(build: Build, object_name: str, query: Query, empties: tuple[bool, ...]) -> Rows:
    """Walk the index in the order asked for; the filter looks at each row on the way."""
    sorts = query.sort or DEFAULT_SORT
    every = build.source(object_name)
    keys = pages.keys(every, sorts)
    start = [alive(every, bin=query.bin), *_after(build, keys, empties)[:1]]
    order = [key.order for key in keys]

    def walk(columns: Sequence[sa.ColumnElement[Any]]) -> tuple[Rows, sa.FromClause]:
        walked = sa.select(*columns).where(*start).order_by(*order).limit(number(NEAR))
        window = walked.subquery(build.alias())
        source = Source(build, every.object, window)
        found = pages.keys(source, sorts)
        wanted = limits(source, query.where, "read")
        rows = sa.select(*_columns(source, found)).select_from(source.from_clause()).where(*wanted)
        return rows.order_by(*(key.order for key in found)).limit(number(query.limit + 1)), window

    used = _used(*walk(tuple(every.row.c)))
    return walk([column for column in every.row.c if column.name in used])[0]


def _used(rows: Rows, window: sa.FromClause) -> set[str]:
    """Return the columns of the window that the statement reads, so that an index alone may hold them."""
    return {
        part.name
        for part in visitors.iterate(rows)
        if isinstance(part, sa.ColumnClause | sa.Column) and part.table is window
    }


def _far(
    build: Build, object_name: str, query: Query, empties: tuple[bool, ...], *, fenced: bool
) -> tuple[Rows, tuple[pages.Key, ...]]:
    """Find by the filter; after a cursor in two branches, of which the second holds the empty values."""
    sorts = query.sort or DEFAULT_SORT
    keys = pages.keys(build.source(object_name), sorts)
    count = len(_after(build, keys, empties)) or 1
    branches = [_branch(build, object_name, query, empties, i, fenced=fenced) for i in range(count)]
    if count == 1:
        return branches[0], keys
    parts = [sa.select(branch.subquery(build.alias())) for branch in branches]
    both = sa.union_all(*parts).limit(number(query.limit + 1)).subquery(build.alias())
    return sa.select(both), keys


def _branch(
    build: Build,
    object_name: str,
    query: Query,
    empties: tuple[bool, ...],
    branch: int,
    *,
    fenced: bool,
) -> Rows:
    source = build.source(object_name)
    keys = pages.keys(source, query.sort or DEFAULT_SORT)
    wanted = [alive(source, bin=query.bin), *limits(source, query.where, "read")]
    wanted += _after(build, keys, empties)[branch : branch + 1]
    found = sa.select(*_columns(source, keys)).select_from(source.from_clause()).where(*wanted)
    order = [key.order for key in keys]
    if fenced:
        # OFFSET 0 keeps the planner from walking the index in the order asked for once more.
        inner = found.offset(number(0)).subquery(build.alias())
        found = sa.select(inner)
        order = [pages.ordered(inner.c[f"k{i}"], key) for i, key in enumerate(keys)]
    return found.order_by(*order).limit(number(query.limit + 1))


def _columns(source: Source, keys: Sequence[pages.Key]) -> list[sa.Label[Any]]:
    return [source.id.label("id"), *(k.expression.label(f"k{i}") for i, k in enumerate(keys))]


def _after(build: Build, keys: Sequence[pages.Key], empties: tuple[bool, ...]) -> list[Condition]:
    """Return the conditions of the branches after the cursor; none on the first page."""
    return pages.after(keys, pages.cursor_values(build, keys, empties)) if empties else []
