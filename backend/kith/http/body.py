"""Bodies: JSON with clear refusals, and uploads that never sit in memory whole."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, cast

import msgspec
from litestar import Request
from litestar.datastructures import State, UploadFile

from kith.http.errors import (
    BodyHasNul,
    BodyNotJson,
    BodyShape,
    BodyTooDeep,
    BodyTooLarge,
    BodyType,
    FileMissing,
)
from kith.lib.json import Json, loads

JSON = "application/json"
AnyRequest = Request[object, object, State]
_ESCAPED_NUL = b"\\u0000"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a form; `file` stands at its beginning and is gone when the request ends."""

    name: str
    type: str
    size: int
    file: BinaryIO
    fields: Mapping[str, str] = field(default_factory=dict)


async def read_json(request: AnyRequest, kind: str | None, limit: int) -> Json:
    """Return the parsed body, of `kind` as its header says; an empty one is an empty object."""
    body = await _body(request, limit)
    if not body:
        return {}
    if kind != JSON:
        kind = (kind or "").partition(";")[0].strip().lower()
        if kind != JSON and not kind.endswith("+json"):
            raise BodyType(expected=JSON, found=kind)
    return parse(body)


async def _body(request: AnyRequest, limit: int) -> bytes:
    """Read the body, but no more of it than may come; most arrive in one piece."""
    parts: list[bytes] = []
    size, more = 0, True
    while more:
        event = cast("dict[str, Any]", await request.receive())
        if event["type"] == "http.disconnect":
            raise BodyNotJson(reason="the connection ended before the body did")
        part: bytes = event.get("body", b"")
        size += len(part)
        if size > limit:
            raise BodyTooLarge
        parts.append(part)
        more = event.get("more_body", False)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def parse(body: bytes) -> Json:
    """Return JSON from bytes, without what PostgreSQL cannot store."""
    try:
        value = loads(body)
    except RecursionError:
        raise BodyTooDeep from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BodyNotJson(reason=str(error)) from None
    if _ESCAPED_NUL in body and _has_nul(value):
        raise BodyHasNul
    return value


def mapping(value: Json, place: str = "body") -> dict[str, Json]:
    """Return the value if it is an object; refuse it otherwise."""
    if not isinstance(value, dict):
        raise BodyShape(place=place, expected="an object")
    return value


async def read_upload(request: AnyRequest) -> Upload:
    """Return the one file of a multipart form and the form's other fields."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        raise BodyType(expected="multipart/form-data", found=kind)
    form = await request.form()
    parts = list(form.multi_items())
    files = [value for _, value in parts if isinstance(value, UploadFile)]
    if not files:
        raise FileMissing
    fields = {name: value for name, value in parts if isinstance(value, str)}
    file = cast("BinaryIO", files[0].file)
    size = await asyncio.to_thread(_rewind, file)
    name = files[0].filename or "file"
    return Upload(name, files[0].content_type or "", size, file, fields)


def _rewind(file: BinaryIO) -> int:
    size = file.seek(0, 2)
    file.seek(0)
    return size


def _has_nul(value: Json) -> bool:
    if isinstance(value, str):
        return "\x00" in value
    if isinstance(value, dict):
        return any("\x00" in key or _has_nul(item) for key, item in value.items())
    return isinstance(value, list) and any(_has_nul(item) for item in value)
