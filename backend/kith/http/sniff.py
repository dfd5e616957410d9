"""What a file really is, by its first bytes; what a browser may show in place, and what it must only save."""

import mimetypes

HEAD = 512
_UNKNOWN = "application/octet-stream"
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
)
_ZIP = b"PK\x03\x04"
_PACKED = (
    "application/vnd.openxmlformats-officedocument.",
    "application/vnd.oasis.opendocument.",
    "application/epub+zip",
    "application/zip",
)
# Text that a browser would run as a page of ours.
_LIVELY = (
    b"<!doctype html",
    b"<html",
    b"<script",
    b"<svg",
    b"<?xml",
    b"<body",
    b"<head",
    b"<iframe",
)
# Shown in place; everything else is saved to disk.
_SHOWN = frozenset(
    {
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "image/avif",
        "application/pdf",
        "audio/mpeg",
        "audio/ogg",
        "video/mp4",
        "video/webm",
    }
)


def sniffed(head: bytes, name: str, said: str) -> str:
    """Return the type of a file from its first bytes; a name and a header are believed only where they do no harm."""
    sure = _by_sign(head)
    if sure is not None:
        return sure
    guess = mimetypes.guess_type(name)[0] or said.partition(";")[0].strip().lower() or _UNKNOWN
    if head.startswith(_ZIP):
        return guess if guess.startswith(_PACKED) else "application/zip"
    if head.lstrip()[:200].lower().startswith(_LIVELY):
        return "image/svg+xml" if b"<svg" in head[:HEAD].lower() else "text/html"
    if b"\x00" in head:
        return _UNKNOWN
    return guess if guess.startswith("text/") or guess == "application/json" else "text/plain"


def is_shown(type_: str) -> bool:
    """Say whether a browser may show such a file in place."""
    return type_ in _SHOWN


def _by_sign(head: bytes) -> str | None:
    for sign, found in _SIGNS:
        if head.startswith(sign):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return "image/avif" if head[8:12] in (b"avif", b"avis") else "video/mp4"
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "video/webm"
    return None
