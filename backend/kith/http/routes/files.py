"""Files: checked when they come, harmless when they are shown, readable by those who may read a record with them."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from typing import BinaryIO

from kith.http.answer import Answer, attachment
from kith.http.call import Call
from kith.http.errors import BodyShape, FileTooLarge, NothingHere
from kith.http.route import Docs, Route
from kith.http.sniff import HEAD, is_shown, sniffed
from kith.kernel import access
from kith.kernel.fields import FileFacts, ValueProblem
from kith.kernel.fields.kinds.file import check
from kith.kernel.records.attaching import may_read
from kith.kernel.records.errors import FieldProblems
from kith.kernel.storage import files
from kith.kernel.storage.files import FileRow
from kith.kernel.storage.wanted import FILE_KINDS
from kith.lib.ids import new_id
from kith.lib.text import clean

MEGABYTES = 50
_LIMIT = MEGABYTES * 1_000_000
_FORM = 100_000
_CHUNK = 256 * 1024
_LONGEST_NAME = 200
_STRANGE = re.compile(r"[\x00-\x1f\x7f/\\]+")
# A file is somebody's content: it may not run, load or be framed by anything as if it were ours.
_CAGE = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox"


async def upload(call: Call) -> Answer:
    """Keep a file; put its id into a field of a record to give it to others.

    With `object` and `field` in the form, what the field would refuse later is refused now.
    """
    came = await call.upload()
    if came.size > _LIMIT:
        raise FileTooLarge(megabytes=MEGABYTES)
    head = await asyncio.to_thread(_head, came.file)
    actor = call.seat.actor.user
    number = new_id()
    name = _STRANGE.sub("_", clean(came.name)).strip()[-_LONGEST_NAME:] or "file"
    row = FileRow(number, name, came.size, sniffed(head, name, came.type), actor)
    await _check_field(call, came.fields, row)
    opened = await call.site.workspaces.get(call.seat.workspace)
    await call.site.blobs.put(files.blob_key(opened.workspace, number), _chunks(came.file))
    async with call.open() as ctx:
        await files.add(ctx.unit, ctx.workspace, row)
    return Answer.json(row.as_json(), status=201)


async def download(call: Call) -> Answer:
    """Return a file that I uploaded or that a record holds which I may read."""
    ctx = call.ctx
    row = await files.find(ctx.unit, ctx.workspace, call.id())
    if row is None or not await may_read(ctx, row):
        raise NothingHere
    shown = is_shown(row.type)
    headers: Mapping[str, str] = {
        "content-disposition": attachment(row.name, inline=shown),
        "content-security-policy": _CAGE,
        "content-length": str(row.size),
        "cache-control": "private, max-age=300",
        "cross-origin-resource-policy": "same-origin",
    }
    return Answer.stream(
        call.site.blobs.iter(files.blob_key(ctx.workspace, row.id)),
        type=row.type,
        name=row.name,
        headers=headers,
    )


async def _check_field(call: Call, fields: Mapping[str, str], row: FileRow) -> None:
    """Refuse at once what the field named in the form would refuse later."""
    if "object" not in fields and "field" not in fields:
        return
    async with call.open(readonly=True) as ctx:
        name, field = fields.get("object", ""), fields.get("field", "")
        known = ctx.catalog.object(name).find(field) if name in ctx.catalog.objects else None
        if known is None or field not in access.writable(ctx, name) or known.kind not in FILE_KINDS:
            raise BodyShape(place="field", expected="a field for files, and its object")
        try:
            check(known, FileFacts(row.type, row.size))
        except ValueProblem as problem:
            raise FieldProblems({field: problem}) from None


def _head(file: BinaryIO) -> bytes:
    head = file.read(HEAD)
    file.seek(0)
    return head


async def _chunks(file: BinaryIO) -> AsyncIterator[bytes]:
    while chunk := await asyncio.to_thread(file.read, _CHUNK):
        yield chunk


ROUTES = (
    Route(
        "POST",
        "/api/files",
        upload,
        "Upload a file",
        unit="none",
        accepts="multipart",
        limit=_LIMIT + _FORM,
        docs=Docs("Files", gives="FileValue", status=201),
    ),
    Route("GET", "/api/files/{id}", download, "Download a file", docs=Docs("Files")),
)
