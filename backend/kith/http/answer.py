"""What a route answers: bytes that are ready to send. An Answer is itself the ASGI application that sends it."""

import urllib.parse
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Self

from litestar.types import Receive, Scope, Send

from kith.lib.json import dumps

JSON = "application/json"
Headers = tuple[tuple[bytes, bytes], ...]

# What people fetched with their rights must not linger in a shared cache.
_PRIVATE = {"cache-control": "no-store", "x-content-type-options": "nosniff"}

_OF_JSON = {**_PRIVATE, "content-type": JSON}


def encoded(headers: Mapping[str, str] | None) -> Headers:
    """Return headers as ASGI wants them."""
    if not headers:
        return ()
    return tuple((k.lower().encode(), v.encode("latin-1", "replace")) for k, v in headers.items())


_PLAIN_JSON = encoded(_OF_JSON)


@dataclass(slots=True)
class Answer:
    """A status, headers, and a body: either whole, or a stream of chunks."""

    status: int = 200
    body: bytes = b""
    headers: Headers = ()
    chunks: AsyncIterator[bytes] | None = None

    @classmethod
    def json(
        cls, body: object, *, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> Self:
        """Answer with JSON: bytes are taken as JSON already, anything else is encoded."""
        content = body if isinstance(body, bytes) else dumps(body)
        if headers is None:
            return cls(status, content, _PLAIN_JSON)
        return cls(status, content, encoded({**_OF_JSON, **headers}))

    @classmethod
    def empty(cls, *, headers: Mapping[str, str] | None = None) -> Self:
        """Answer that it is done and there is nothing to say."""
        return cls(204, b"", encoded({**_PRIVATE, **(headers or {})}))

    @classmethod
    def stream(
        cls,
        chunks: AsyncIterator[bytes],
        *,
        type: str,  # noqa: A002 - the word of the header
        name: str,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Answer with a file that the browser saves under `name`."""
        own = {"content-type": type, "content-disposition": attachment(name)}
        return cls(200, b"", encoded({**_PRIVATE, **own, **(headers or {})}), chunks)

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Send the answer."""
        headers = list(self.headers)
        if self.chunks is None and self.status not in (204, 304):
            headers.append((b"content-length", str(len(self.body)).encode()))
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        if self.chunks is not None:
            async for chunk in self.chunks:
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": self.body, "more_body": False})


def attachment(name: str, *, inline: bool = False) -> str:
    """Return a content-disposition that carries any file name (RFC 6266), the plain form for old readers."""
    plain = name.encode("ascii", "replace").decode().translate(_UNSAFE)
    quoted = urllib.parse.quote(name, safe="")
    return (
        f"{'inline' if inline else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quoted}"
    )


_UNSAFE = {ord(c): "_" for c in '"\\/\r\n\t;?'}
