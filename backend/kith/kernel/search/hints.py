"""The few words beside a name that tell two of the same name apart, and where the typed words stand in the name."""

from collections.abc import Mapping, Sequence

from kith.kernel.context import Context
from kith.kernel.expr import Path
from kith.kernel.query.words import Terms
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.json import Json
from kith.lib.text import HAN, fold

MOST = 3
_WORDS = 2
_TELLING = frozenset(
    {"link", "parent", "user", "choice", "email", "phone", "address", "text", "url", "auto_number"}
)


def hint_fields(definition: ObjectDef, visible: frozenset[str]) -> tuple[FieldDef, ...]:
    """Return the fields that a hint is made of: highlights first, else what identifies."""
    named = [definition.find(name) for name in definition.highlights]
    found = [f for f in named if f is not None] + [f for f in definition.fields if f.searchable]
    telling = [
        f for f in dict.fromkeys(f.name for f in found) if f in visible and f != definition.title
    ]
    fields = (definition.find(name) for name in telling)
    return tuple(f for f in fields if f is not None and f.kind in _TELLING)[:MOST]


def paths(fields: Sequence[FieldDef]) -> tuple[Path, ...]:
    """Return the paths to read for a hint."""
    return tuple((f.name,) for f in fields)


def hint(
    ctx: Context, definition: ObjectDef, fields: Sequence[FieldDef], item: Mapping[str, Json]
) -> str:
    """Return the hint."""
    words = (_spoken(ctx, definition, field, item.get(field.name)) for field in fields)
    return " · ".join([word for word in words if word][:_WORDS])


def highlight(label: str, terms: Terms) -> list[list[int]]:
    """Return [from, to) of what was typed in the label, counted as JavaScript counts."""
    folded, places = _folded(label)
    found: list[list[int]] = []
    for term in (*terms.fragments, *terms.tokens):
        start = folded.find(term)
        if start >= 0 and (HAN.match(term) or start == 0 or len(term) > 1):
            found.append([places[start], places[start + len(term)]])
    return _joined(sorted(found))


def _spoken(ctx: Context, definition: ObjectDef, field: FieldDef, value: Json) -> str | None:
    if isinstance(value, dict):
        part = value.get("label") or value.get("city")
        return part if isinstance(part, str) else None
    if field.kind == "choice" and isinstance(value, str):
        key = f"option.{definition.name}.{field.name}.{value}"
        label = ctx.catalog.label(key, ctx.actor.locale)
        option = field.option(value)
        return label if label != key else option.label if option else value
    return value if isinstance(value, str) else None


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, where it came from."""
    folded, places, here = "", [], 0
    for character in text:
        piece = fold(character)
        folded += piece
        places += [here] * len(piece)
        here += 2 if ord(character) > 0xFFFF else 1  # noqa: PLR2004 - two UTF-16 units
    return folded, [*places, here]


def _joined(ranges: list[list[int]]) -> list[list[int]]:
    found: list[list[int]] = []
    for start, end in ranges:
        if found and start <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    return found
