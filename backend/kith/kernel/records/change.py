"""An entry of the change log: who did what to which record, before and after."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self, cast

import asyncpg

from kith.lib.json import Json, loads

COLUMNS = "id, at, actor, object, record, action, version, before::text, after::text, batch, origin, undone_by"
"""The columns of `_change` that `Change.of` reads."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change in plain form; `before` and `after` hold only the fields that changed."""

    id: int
    at: dt.datetime
    actor: uuid.UUID | None
    object: str
    record: uuid.UUID
    action: str
    version: int
    before: Mapping[str, Json]
    after: Mapping[str, Json]
    batch: uuid.UUID | None = None
    origin: str = "api"
    undone_by: int | None = None

    @classmethod
    def of(cls, row: asyncpg.Record) -> Self:
        """Make a change from a row with `COLUMNS`."""
        return cls(
            id=row["id"],
            at=row["at"],
            actor=row["actor"],
            object=row["object"],
            record=row["record"],
            action=row["action"],
            version=row["version"],
            before=_fields(row["before"]),
            after=_fields(row["after"]),
            batch=row["batch"],
            origin=row["origin"],
            undone_by=row["undone_by"],
        )


def _fields(text: str | None) -> Mapping[str, Json]:
    return {} if text is None else cast("dict[str, Json]", loads(text))
