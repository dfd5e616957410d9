"""A colleague: owner, manager, assignee."""

from collections.abc import Mapping
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, FromClause

from kith.kernel.fields import names
from kith.kernel.fields.kinds.link import Link
from kith.kernel.fields.operators import Values
from kith.kernel.fields.protocol import Operator
from kith.kernel.schema import FieldDef


def _under(field: FieldDef, row: FromClause, given: Values) -> ColumnElement[bool]:
    """Match the user and everyone who reports to that user, at any depth."""
    schema, _ = names.origin(row)
    people = sa.table(
        "user", sa.column("id", sa.Uuid), sa.column("manager", sa.Uuid), schema=schema
    )
    team = sa.select(given[0].label("id")).cte("team", recursive=True, nesting=True)
    reports = people.alias("report")
    team = team.union(sa.select(reports.c.id).join(team, reports.c.manager == team.c.id))
    found: ColumnElement[bool] = row.c[field.name].in_(sa.select(team.c.id))
    return found


class User(Link):
    """A link to a user; besides, it can be compared with a whole team."""

    kind = "user"
    input = "user"
    compare: ClassVar[Mapping[str, Operator]] = {
        **Link.compare,
        "under": Operator("one", _under, "uuid"),
    }


KIND = User()
