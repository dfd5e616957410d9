"""JSON as Kith reads and writes it."""

from typing import cast

import msgspec

Json = object
"""Any value that JSON can hold: None, bool, int, float, str, list of Json, dict from str to Json."""

Raw = msgspec.Raw
"""JSON text to be put into a larger document as it is."""

_ENCODER = msgspec.json.Encoder()


def dumps(value: object) -> bytes:
    """Encode to JSON; UUIDs, dates and Decimals become strings."""
    return _ENCODER.encode(value)


def loads(data: bytes | str) -> Json:
    """Decode JSON; raise msgspec.DecodeError on broken input."""
    return cast("Json", msgspec.json.decode(data))
