"""Metadata for clients: enough to draw every list, form and filter without knowing any object by name."""

import gzip
import hashlib
from dataclasses import dataclass
from typing import cast

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.meta import currencies, kinds, objects
from kith.http.route import Docs, Route
from kith.kernel import access
from kith.kernel.access.profiles import all_profiles
from kith.lib.json import dumps

_MEMO = "http.meta.written"
_KEPT = 100


@dataclass(frozen=True, slots=True)
class Written:
    """The document as bytes, worked out and packed once for all readers alike."""

    body: bytes
    packed: bytes
    etag: str


async def meta(call: Call) -> Answer:
    """Return what exists, as this reader may know it; unchanged when the ETag is the one that the client has."""
    found = await _written(call)
    headers = {
        "etag": found.etag,
        "cache-control": "private, no-cache",
        "vary": "cookie, authorization, accept-encoding",
    }
    if found.etag in (call.header("if-none-match") or ""):
        return Answer.json(b"", status=304, headers=headers)
    if "gzip" in (call.header("accept-encoding") or ""):
        return Answer.json(found.packed, headers={**headers, "content-encoding": "gzip"})
    return Answer.json(found.body, headers=headers)


async def _written(call: Call) -> Written:
    ctx = call.ctx
    profiles = [{"name": p["name"], "label": p["label"]} for p in await all_profiles(ctx)]
    key = (ctx.actor.locale, access.reader(ctx).key, ctx.actor.scopes, dumps(profiles))
    kept = cast("dict[object, Written]", ctx.catalog.memo.setdefault(_MEMO, {}))
    if key not in kept:
        if len(kept) >= _KEPT:
            kept.clear()
        body = dumps(
            {
                "version": ctx.catalog.version,
                "objects": objects(ctx, call.site.verbs),
                "kinds": kinds(),
                "currencies": currencies(),
                "profiles": profiles,
            }
        )
        digest = hashlib.blake2b(body, digest_size=12).hexdigest()
        kept[key] = Written(body, gzip.compress(body, 9, mtime=0), f'W/"{digest}"')
    return kept[key]


ROUTES = (
    Route(
        "GET",
        "/api/meta",
        meta,
        "What exists in this workspace",
        docs=Docs("Metadata", gives="Meta"),
    ),
)
