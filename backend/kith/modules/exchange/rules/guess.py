"""Which field a column means: by its name first, then by what stands in it. A guess is shown, never silently used."""

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.text import fold
from kith.modules.exchange.rules.cells import find_decimal, read_number
from kith.modules.exchange.rules.dates import LOOKED_AT, fitting_formats, read_date
from kith.modules.exchange.rules.parts import ID, unmarked
from kith.modules.exchange.rules.words import AHEAD, BEHIND, SYNONYMS

SURE, LIKELY = 0.99, 0.72
_NOISE = re.compile(r"[\W_]+")
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
_PHONE = re.compile(r"^\+?[\d\s()./-]{7,20}$")
_URL = re.compile(r"^(https?://|www\.)\S+$", re.IGNORECASE)
NOT_IMPORTED = frozenset({"formula", "rollup", "auto_number", "file", "image"})
SYSTEM = ("created_at",)
"""System fields that an import may bring along."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A field for a column, how sure we are (0 to 1), and the formats that fit its cells."""

    field: str | None
    score: float
    kind: str
    formats: tuple[str, ...] = ()
    decimal: str = "."
    match: str | None = None
    part: str = ""


def importable(of: ObjectDef) -> tuple[FieldDef, ...]:
    """Return the fields that a file may fill."""
    return tuple(
        f
        for f in of.all_fields()
        if f.kind not in NOT_IMPORTED and (not f.readonly or f.name in SYSTEM)
    )


def guess_columns(
    header: Sequence[str],
    samples: Sequence[Sequence[object]],
    of: ObjectDef,
    names: Callable[[FieldDef], Iterable[str]],
    locale: str,
    today: dt.date,
) -> list[Guess]:
    """Return a guess per column; no field is suggested twice. `names` gives a field's labels in every language."""
    fields = importable(of)
    cells = [
        [str(row[i]) for row in samples if i < len(row) and row[i] not in (None, "")]
        for i in range(len(header))
    ]
    kinds = [kind_of(column) for column in cells]
    scores = [
        (_score(title, kinds[i], f, _names(of, f, names)) - _off(cells[i], f, today), -j, i)
        for i, title in enumerate(header)
        for j, f in enumerate(fields)
    ]
    parts = _parts(header, fields)
    taken: dict[int, tuple[FieldDef, float]] = {}
    for score, j, i in sorted(scores, reverse=True):
        used = {f.name for f, _ in taken.values()}
        if score >= LIKELY and i not in taken and i not in parts and fields[-j].name not in used:
            taken[i] = (fields[-j], score)
    by_id = {g.field for g in parts.values() if g.match or not g.part}
    return [
        parts.get(i)
        or _guess(column, None if (t := taken.get(i)) and t[0].name in by_id else t, locale)
        for i, column in enumerate(cells)
    ]


def kind_of(cells: Sequence[str]) -> str:
    """Return the kind that every cell of a column looks like."""
    if not cells:
        return "text"
    if all(_EMAIL.match(c) for c in cells):
        return "email"
    if all(_URL.match(c) for c in cells):
        return "url"
    if fitting_formats(list(cells)):
        return "date"
    if all(read_number(c) is not None for c in cells):
        return "number" if not all(c.startswith("+") for c in cells) else "phone"
    return "phone" if all(_PHONE.match(c) for c in cells) else "text"


def _parts(header: Sequence[str], fields: Sequence[FieldDef]) -> dict[int, Guess]:
    """Columns that an export of ours wrote beside another: "Account (account.id)", "Amount (amount.currency)"."""
    known = {f.name: f for f in fields}
    found: dict[int, Guess] = {}
    for i, title in enumerate(header):
        of = unmarked(title, known)
        if of is not None:
            name, part = of
            is_id = part == ID
            found[i] = Guess(
                name, 1.0, "text", match=ID if is_id else None, part="" if is_id else part
            )
    return found


def _guess(cells: list[str], found: tuple[FieldDef, float] | None, locale: str) -> Guess:
    kind = kind_of(cells)
    formats = tuple(fitting_formats(cells, locale)) if kind == "date" else ()
    field, score = found or (None, 0.0)
    return Guess(field.name if field else None, score, kind, formats, find_decimal(cells))


def _score(
    title: str, looks_like: str, f: FieldDef, known: tuple[list[str], tuple[str, ...]]
) -> float:
    names, synonyms = known
    wanted = _plain(title)
    if not wanted:
        return 0.0
    own = [_plain(f.name.removesuffix("__c")), *(_plain(n) for n in names)]
    if wanted in own:
        return 1.0
    if wanted in (_plain(word) for word in synonyms):
        return 0.9 + _fit(looks_like, f)
    closeness = max(difflib.SequenceMatcher(None, wanted, name).ratio() for name in own if name)
    return closeness * 0.85 + _fit(looks_like, f)


def _off(cells: Sequence[str], f: FieldDef, today: dt.date) -> float:
    """Mark a field down whose dates lie on the other side of today."""
    if f.name not in AHEAD | BEHIND or not cells:
        return 0.0
    forms = fitting_formats(list(cells))
    days = [d.date() for c in cells[:LOOKED_AT] if forms and (d := read_date(c, forms[0]))]
    is_past = all(day <= today for day in days)
    return 0.1 if days and is_past == (f.name in AHEAD) else 0.0


def _names(
    of: ObjectDef, f: FieldDef, names: Callable[[FieldDef], Iterable[str]]
) -> tuple[list[str], tuple[str, ...]]:
    return list(names(f)), SYNONYMS.get(f.name, ()) + SYNONYMS.get(f"{of.name}.{f.name}", ())


def _fit(looks_like: str, f: FieldDef) -> float:
    family = {
        "number": ("integer", "number", "money", "percent"),
        "date": ("date", "datetime"),
    }.get(looks_like, (looks_like,))
    numeric = f.kind in (
        "integer",
        "number",
        "money",
        "percent",
        "date",
        "datetime",
        "email",
        "url",
    )
    if f.kind in family:
        return 0.05
    return -0.3 if numeric and looks_like != f.kind else 0.0


def _plain(text: str) -> str:
    return _NOISE.sub("", fold(text))
