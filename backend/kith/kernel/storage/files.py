"""The rows that describe uploaded files; their bytes are in the blob store."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from kith.infra.db import Unit
from kith.kernel.catalog import Catalog
from kith.kernel.fields.names import quoted
from kith.kernel.schema import Workspace
from kith.kernel.storage.wanted import FILE_KINDS
from kith.lib.json import Json

_MOST_HOLDERS = 20


@dataclass(frozen=True, slots=True)
class FileRow:
    """An uploaded file."""

    id: uuid.UUID
    name: str
    size: int
    type: str
    created_by: uuid.UUID | None

    def as_json(self) -> dict[str, Json]:
        """Return what people may know of it."""
        return {"id": str(self.id), "name": self.name, "size": self.size, "type": self.type}


def blob_key(workspace: Workspace, file: uuid.UUID) -> str:
    """Return where the bytes of a file are in the blob store."""
    return f"{workspace.id}/file/{file}"


async def add(unit: Unit, workspace: Workspace, file: FileRow) -> None:
    """Remember an uploaded file."""
    await unit.execute(
        f"insert into {workspace.schema}._file (id, name, size, type, created_by)"
        " values ($1, $2, $3, $4, $5)",
        file.id,
        file.name,
        file.size,
        file.type,
        file.created_by,
    )


async def find(unit: Unit, workspace: Workspace, file: uuid.UUID) -> FileRow | None:
    """Return a file's row, or None."""
    found = await find_many(unit, workspace, [file])
    return found[0] if found else None


async def find_many(unit: Unit, workspace: Workspace, files: Sequence[uuid.UUID]) -> list[FileRow]:
    """Return the rows of those of these files that are there."""
    rows = await unit.fetch(
        f"select id, name, size, type, created_by from {workspace.schema}._file"
        " where id = any($1::uuid[])",
        files,
    )
    return [FileRow(**dict(row)) for row in rows]


async def holders(
    unit: Unit, workspace: Workspace, catalog: Catalog, file: uuid.UUID
) -> list[tuple[str, str, uuid.UUID]]:
    """Return some records (object, field, id) that hold the file; who may read one of them may read the file."""
    parts = [
        f"(select '{definition.name}', '{field.name}', id"
        f" from {workspace.schema}.{quoted(definition.name)}"
        f" where {quoted(field.name)} = $1 and deleted_at is null limit {_MOST_HOLDERS})"
        for definition in catalog.objects.values()
        for field in definition.all_fields()
        if field.kind in FILE_KINDS
    ]
    if not parts:
        return []
    rows = await unit.fetch(" union all ".join(parts), file)
    return [(row[0], row[1], row[2]) for row in rows]
