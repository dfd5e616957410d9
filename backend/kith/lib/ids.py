"""Sortable identifiers, so that new rows land at the end of every index."""

import datetime as dt
import os
import time
import uuid


def new_id() -> uuid.UUID:
    """Return a UUID version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then random."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return uuid.UUID(int=value)


def parse_id(text: str) -> uuid.UUID | None:
    """Return the identifier that `text` holds, or None."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def moment_of(identifier: uuid.UUID) -> dt.datetime:
    """Return when an identifier of ours was made."""
    return dt.datetime.fromtimestamp((identifier.int >> 80) / 1000, dt.UTC)
