"""Where the files of imports are kept, and how they get onto this machine's disk to be read."""

import uuid
from collections.abc import AsyncIterator
from pathlib import Path

from kith.infra.blobs import Blobs
from kith.kernel.api import Context, Record
from kith.modules.exchange.errors import NoPlaceForFiles
from kith.modules.exchange.rules.written import ASIDE, MARK, lines


def original_key(ctx: Context, import_id: uuid.UUID) -> str:
    """The key of the uploaded file."""
    return f"{ctx.workspace.id}/import/{import_id}/original"


def rejects_key(ctx: Context, import_id: uuid.UUID, row: int) -> str:
    """The key of the rows set aside from one chunk; ordered by row, written again identically after a crash."""
    return f"{ctx.workspace.id}/import/{import_id}/rejected/{row:09d}"


def blobs(ctx: Context) -> Blobs:
    """The file store; every context that reaches the exchange has one."""
    if ctx.blobs is None:
        raise NoPlaceForFiles
    return ctx.blobs


async def local_copy(ctx: Context, record: Record, folder: Path) -> Path:
    """Bring the uploaded file onto the disk and return its path."""
    path = folder / "original"
    with path.open("wb") as file:
        async for chunk in blobs(ctx).iter(original_key(ctx, record.id)):
            file.write(chunk)
    return path


async def set_aside(ctx: Context, record: Record) -> AsyncIterator[bytes]:
    """Yield the rows set aside in the order of the file, as a CSV that can be mended and imported again."""
    columns = record["header"]["columns"] if isinstance(record["header"], dict) else []
    yield (MARK + lines([[*columns, *ASIDE]])).encode()
    store = blobs(ctx)
    keys = [key async for key in store.list(f"{ctx.workspace.id}/import/{record.id}/rejected/")]
    for key in sorted(keys):
        yield await store.get(key)


async def forget_rejects(ctx: Context, import_id: uuid.UUID) -> None:
    """Remove the rows set aside by an earlier run."""
    store = blobs(ctx)
    async for key in store.list(f"{ctx.workspace.id}/import/{import_id}/rejected/"):
        await store.delete(key)
