"""The description of this interface for programs."""

import hashlib

from kith.http.answer import Answer
from kith.http.call import Call
from kith.http.openapi.document import document
from kith.http.route import Docs, Route


async def openapi(call: Call) -> Answer:
    """Return the OpenAPI document of this workspace."""
    body = document(call.ctx, call.request.app.state.routes)
    etag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"etag": etag, "cache-control": "private, no-cache", "vary": "cookie, authorization"}
    if etag in (call.header("if-none-match") or ""):
        return Answer.json(b"", status=304, headers=headers)
    return Answer.json(body, headers=headers)


ROUTES = (
    Route(
        "GET",
        "/api/openapi.json",
        openapi,
        "This interface, described for programs",
        docs=Docs("Metadata", gives="Anything"),
    ),
)
