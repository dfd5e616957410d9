"""Versions of records in headers: ETag says which one was read, If-Match which one a change was made to."""

import re

from kith.http.call import Call
from kith.http.errors import BodyShape, HeaderWrong
from kith.lib.json import Json

_HEAD = re.compile(rb'\s*\{\s*"id"\s*:\s*"[^"]*"\s*,\s*"version"\s*:\s*(\d+)')
_TAG = re.compile(r'(?:W/)?"v(\d{1,9})"')
_MOST = 2**31


def etag(version: int) -> str:
    """Return the header's form of a version."""
    return f'"v{version}"'


def version_in(record: bytes) -> int:
    """Return the version of a record in JSON, whose members `id` and `version` come first."""
    found = _HEAD.match(record)
    if found is None:
        raise ValueError("a record begins with its id and version")
    return int(found[1])


def seen_version(call: Call, body: dict[str, Json] | None = None) -> int | None:
    """Return the version that the caller saw: from If-Match, else from the body, where it is taken out."""
    inside = body.pop("version", None) if body is not None else None
    header = call.header("if-match")
    if header is not None and header.strip() != "*":
        found = _TAG.fullmatch(header.strip())
        if found is None:
            raise HeaderWrong(name="If-Match", expected='a version such as "v3"')
        return int(found[1])
    if inside is None:
        return None
    if isinstance(inside, bool) or not isinstance(inside, int) or not 0 < inside < _MOST:
        raise BodyShape(place="version", expected="the version that you saw, a whole number")
    return inside
