"""The built front end: hashed files for ever, the page itself asked for again each time, nothing outside the folder."""

import asyncio
import base64
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path

from kith.http.answer import Answer, encoded

_HASHED = re.compile(r"[-.][A-Za-z0-9_-]{8,}\.[a-z0-9.]+$")
_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
# The best first; a build may leave any of them beside a file.
_PACKED = (("br", ".br"), ("zstd", ".zst"), ("gzip", ".gz"))
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".map": "application/json",
}
_POLICY = (
    "default-src 'self'; script-src 'self'{scripts}; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
    " manifest-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
    " frame-ancestors 'none'"
)
_SAFE = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(self), microphone=(self)",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a browser says about how it wants a file."""

    accept_encoding: str = ""
    if_none_match: str = ""


async def serve(folder: Path | None, path: str, wish: Wish) -> Answer | None:
    """Return the file at `path`, the page for a path of the app's own, or None when it is neither."""
    if folder is None:
        return _missing() if _is_page(path) else None
    return await asyncio.to_thread(_serve, folder, path, wish)


def _serve(folder: Path, path: str, wish: Wish) -> Answer | None:
    root = folder.resolve()
    file = (root / path).resolve() if path else root / "index.html"
    if not file.is_relative_to(root):
        return None
    if file.is_file():
        return _file(file, wish)
    if not _is_page(path):
        return None
    page = root / "index.html"
    return _file(page, wish) if page.is_file() else _missing()


def _is_page(path: str) -> bool:
    """Say whether a path is the app's own: a path with an extension is a file that is gone."""
    return "." not in path.rpartition("/")[2]


def _file(file: Path, wish: Wish) -> Answer:
    facts = file.stat()
    etag = f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
    headers = {**_SAFE, "etag": etag, "content-type": _type(file), "vary": "accept-encoding"}
    is_page = file.suffix == ".html"
    is_hashed = file.parent.name == "assets" and _HASHED.search(file.name) is not None
    headers["cache-control"] = _FOR_EVER if is_hashed else _ASK_AGAIN
    if etag in wish.if_none_match:
        return Answer(304, b"", encoded(headers))
    content = file.read_bytes()
    if is_page:
        headers["content-security-policy"] = _policy(content)
        return Answer(200, content, encoded(headers))
    packed = _packed(file, wish.accept_encoding)
    if packed is not None:
        headers["content-encoding"] = packed[0]
        content = packed[1].read_bytes()
    return Answer(200, content, encoded(headers))


def _packed(file: Path, accepted: str) -> tuple[str, Path] | None:
    for name, suffix in _PACKED:
        candidate = file.with_name(file.name + suffix)
        if name in accepted and candidate.is_file():
            return name, candidate
    return None


def _policy(page: bytes) -> str:
    """Return the content policy of the page: its own inline scripts by their digest, no other."""
    digests = (hashlib.sha256(script).digest() for script in _INLINE_SCRIPT.findall(page) if script)
    allowed = "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return _POLICY.format(scripts=allowed)


def _type(file: Path) -> str:
    found = _TYPES.get(file.suffix)
    return found or mimetypes.guess_type(file.name)[0] or "application/octet-stream"


def _missing() -> Answer:
    text = (
        b"<!doctype html><title>Kith</title><p>Kith runs, but its front end has not been built."
        b" Run <code>./kith demo</code>, or build the folder <code>frontend</code>."
    )
    headers = {
        **_SAFE,
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "cache-control": _ASK_AGAIN,
    }
    return Answer(200, text, encoded(headers))
