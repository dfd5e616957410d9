"""The tables of a workspace as SQLAlchemy knows them: names and types, nothing more."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from kith.kernel.catalog import Catalog
from kith.kernel.fields import Column, field_type
from kith.kernel.schema import ObjectDef, Workspace

TYPES: Mapping[str, Any] = {
    "text": sa.Text(),
    "bigint": sa.BigInteger(),
    "int": sa.Integer(),
    "numeric": sa.Numeric(),
    "double precision": sa.Double(),
    "boolean": sa.Boolean(),
    "date": sa.Date(),
    "timestamptz": sa.DateTime(timezone=True),
    "uuid": sa.Uuid(),
    "jsonb": JSONB(),
    "text[]": ARRAY(sa.Text()),
    "uuid[]": ARRAY(sa.Uuid()),
    "bigint[]": ARRAY(sa.BigInteger()),
    "numeric[]": ARRAY(sa.Numeric()),
    "date[]": ARRAY(sa.Date()),
    "timestamptz[]": ARRAY(sa.DateTime(timezone=True)),
    "boolean[]": ARRAY(sa.Boolean()),
    "double precision[]": ARRAY(sa.Double()),
}
"""SQLAlchemy's type for each `sql_type` of columns and operators."""

SYSTEM_COLUMNS = (
    Column("id", "uuid", default="uuidv7()"),
    Column("version", "int", default="1"),
    Column("deleted_at", "timestamptz"),
)
"""Columns of every object table that no field stands for."""


def columns(definition: ObjectDef) -> tuple[Column, ...]:
    """Return every column of an object's table."""
    own = (
        column for field in definition.all_fields() for column in field_type(field).columns(field)
    )
    return (*SYSTEM_COLUMNS, *own)


def table(catalog: Catalog, workspace: Workspace, name: str) -> sa.TableClause:
    """Return the table of an object; the same one every time for the same catalog."""
    key = (table, workspace.schema, name)
    found = catalog.memo.get(key)
    if not isinstance(found, sa.TableClause):
        definition = catalog.object(name)
        parts = [sa.column(c.name, TYPES[c.sql_type]) for c in columns(definition)]
        found = sa.table(name, *parts, schema=workspace.schema)
        catalog.memo[key] = found
    return found
