"""Names of things in the database that are made from the names of objects and fields."""

import hashlib
import re

from sqlalchemy import FromClause, TableClause
from sqlalchemy.sql.selectable import AliasedReturnsRows

MAX_NAME = 48
_MAX_IDENTIFIER = 63
_PATTERN = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*(__c)?")


def is_name(text: str) -> bool:
    """Say whether `text` can name an object or a field."""
    return len(text) <= MAX_NAME and _PATTERN.fullmatch(text) is not None


def fit(name: str) -> str:
    """Return `name` if PostgreSQL can hold it, else a shortened one that stays unique."""
    if len(name) <= _MAX_IDENTIFIER:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: _MAX_IDENTIFIER - 9]}_{digest}"


def link_table(object_name: str, field: str) -> str:
    """Return the table that holds a many-to-many field: (source, target)."""
    return fit(f"{object_name}__{field}")


def sequence(object_name: str, field: str) -> str:
    """Return the sequence behind an auto-number."""
    return fit(f"{object_name}__{field}__seq")


def quoted(name: str) -> str:
    """Return an identifier as SQL text."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return a string as an SQL literal, for statements that take no parameters."""
    escaped = text.replace("\\", "\\\\").replace("'", "''")
    return f"E'{escaped}'" if "\\" in text else f"'{escaped}'"


def origin(row: FromClause) -> tuple[str, str]:
    """Return the schema and the table that `row`, perhaps an alias, stands for."""
    source: object = row
    while isinstance(source, AliasedReturnsRows):
        source = source.element
    if not isinstance(source, TableClause) or source.schema is None:
        raise TypeError(f"{row!r} is not a table with a schema")
    return str(source.schema), str(source.name)
