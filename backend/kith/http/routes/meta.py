"""Metadata for clients: enough to draw every list, form and filter without knowing any object by name."""

import hashlib

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.meta import currencies, kinds, objects
from kith.http.route import Docs, Route
from kith.kernel.access.profiles import all_profiles
from kith.lib.json import dumps


async def meta(call: Call) -> Answer:
    """Return what exists, as this reader may know it; unchanged when the ETag is the one that the client has."""
    ctx = call.ctx
    profiles = [{"name": p["name"], "label": p["label"]} for p in await all_profiles(ctx)]
    body = dumps(
        {
            "version": ctx.catalog.version,
            "objects": objects(ctx, call.site.verbs),
            "kinds": kinds(),
            "currencies": currencies(),
            "profiles": profiles,
        }
    )
    etag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"etag": etag, "cache-control": "private, no-cache", "vary": "cookie, authorization"}
    if etag in (call.header("if-none-match") or ""):
        return Answer.json(b"", status=304, headers=headers)
    return Answer.json(body, headers=headers)


ROUTES = (
    Route(
        "GET",
        "/api/meta",
        meta,
        "What exists in this workspace",
        docs=Docs("Metadata", gives="Meta"),
    ),
)
