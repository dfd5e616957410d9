"""Small readings of a parsed body, each with a refusal that names the place."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from zoneinfo import available_timezones

from kith.http.errors import BodyShape
from kith.lib.ids import parse_id
from kith.lib.json import Json

_LONGEST = 10_000


def text(body: Mapping[str, Json], name: str, *, longest: int = _LONGEST) -> str:
    """Return a text that must be there."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise BodyShape(place=name, expected=f"a text of 1 to {longest} characters")
    return value


def optional_text(body: Mapping[str, Json], name: str, *, longest: int = _LONGEST) -> str | None:
    """Return a text, or None when it is absent or empty."""
    return None if body.get(name) in (None, "") else text(body, name, longest=longest)


def flag(body: Mapping[str, Json], name: str, *, default: bool = False) -> bool:
    """Return true or false."""
    value = body.get(name, default)
    if not isinstance(value, bool):
        raise BodyShape(place=name, expected="true or false")
    return value


def word(body: Mapping[str, Json], name: str, choices: Iterable[str]) -> str:
    """Return one of a few words."""
    allowed = tuple(choices)
    value = body.get(name)
    if not isinstance(value, str) or value not in allowed:
        raise BodyShape(place=name, expected="one of " + ", ".join(allowed))
    return value


def identifier(value: Json, place: str) -> uuid.UUID:
    """Return an identifier."""
    found = parse_id(value) if isinstance(value, str) else None
    if found is None:
        raise BodyShape(place=place, expected="an identifier")
    return found


def identifiers(body: Mapping[str, Json], name: str, *, most: int) -> tuple[uuid.UUID, ...]:
    """Return a list of identifiers that must be there."""
    value = body.get(name)
    if not isinstance(value, list) or not value or len(value) > most:
        raise BodyShape(place=name, expected=f"a list of 1 to {most} identifiers")
    return tuple(identifier(item, f"{name}[{i}]") for i, item in enumerate(value))


def moment(body: Mapping[str, Json], name: str) -> dt.datetime | None:
    """Return a moment with its offset, or None when it is absent."""
    value = body.get(name)
    if value is None:
        return None
    try:
        found = dt.datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise BodyShape(place=name, expected="a moment such as 2026-11-22T10:00:00Z")
    return found


def timezone(body: Mapping[str, Json], name: str) -> str:
    """Return the name of a time zone."""
    value = body.get(name)
    if not isinstance(value, str) or value not in available_timezones():
        raise BodyShape(place=name, expected="a time zone such as Europe/Berlin")
    return value


def only(body: Mapping[str, Json], allowed: Iterable[str]) -> None:
    """Refuse members that nobody reads, so that a typing error is not lost."""
    known = tuple(allowed)
    for name in body:
        if name not in known:
            raise BodyShape(place=name[:80], expected="nothing; known are " + ", ".join(known))
