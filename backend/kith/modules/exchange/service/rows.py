"""From rows of a file to values for records, a column at a time; links stay words until `links` finds their records."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.errors import KithError
from kith.lib.json import Json
from kith.modules.exchange.adapters.rows import Row
from kith.modules.exchange.errors import CellNotNumber, RowProblem, TooManyCells
from kith.modules.exchange.rules.cells import PLACE, Reading, read, read_number
from kith.modules.exchange.rules.mapping import ColumnMap
from kith.modules.exchange.rules.mapping import Mapping as FileMapping
from kith.modules.exchange.rules.parts import LINKED

Problem = tuple[str | None, KithError]


@dataclass(slots=True)
class Draft:
    """A row on its way to a record: values by field, words of links by field, and what is wrong with it."""

    row: Row
    values: dict[str, Json] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Say whether nothing is wrong so far."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Plan:
    """A mapping, ready to be applied to rows of a file with this header."""

    object: ObjectDef
    mapping: FileMapping
    width: int
    columns: tuple[tuple[int, ColumnMap, FieldDef], ...]
    readings: tuple[Reading, ...]
    templates: Mapping[str, str]
    positions: Mapping[str, int]

    def column_of(self, name: str) -> str | None:
        """Return the title of the column that fills the field."""
        return next((c.column for _, c, f in self.columns if f.name == name), None)


Labels = Callable[[FieldDef], Mapping[str, str]]


def plan(of: ObjectDef, mapping: FileMapping, header: Sequence[str], labels: Labels) -> Plan:
    """Find the mapped columns in the header; a column that the file lacks is left out.

    A constant that names columns in braces, such as "{Product} for {Account}", is filled in row by row. `labels` gives
    the keys of a field's options by what people call them, folded, in every language.
    """
    fields = {f.name: f for f in of.all_fields()}
    positions = {title: i for i, title in reversed(list(enumerate(header)))}
    columns = tuple(
        (positions[c.column], c, fields[c.field]) for c in mapping.columns if c.column in positions
    )
    readings = tuple(replace(c.reading, labels=labels(to)) for _, c, to in columns)
    templates = {
        name: text
        for name, text in mapping.constants.items()
        if isinstance(text, str) and any("{" + title + "}" in text for title in header)
    }
    return Plan(of, mapping, len(header), columns, readings, templates, positions)


def drafts(rows: Sequence[Row], by: Plan) -> list[Draft]:
    """Read every row; a cell that cannot be read is a problem of its row, not of the file."""
    found = [_draft(row, by) for row in rows]
    sound = [draft for draft in found if draft.is_good]
    for (position, column, to), how in zip(by.columns, by.readings, strict=True):
        _fill(sound, position, column, to, how)
    for name, text in by.templates.items():
        for draft in sound:
            draft.values[name] = _filled(text, draft.row, by.positions)
    return found


def _draft(row: Row, by: Plan) -> Draft:
    draft = Draft(row, dict(by.mapping.constants))
    if row.problem is not None:
        draft.problems.append((None, row.problem))
    elif len(row.cells) > by.width and any(c not in (None, "") for c in row.cells[by.width :]):
        draft.problems.append((None, TooManyCells(cells=len(row.cells), columns=by.width)))
    return draft


def _filled(text: str, row: Row, positions: Mapping[str, int]) -> str | None:
    for title, position in positions.items():
        cell = row.cells[position] if position < len(row.cells) else None
        text = text.replace("{" + title + "}", "" if cell is None else str(cell).strip())
    return " ".join(text.split()).strip(" -–·,/") or None


def _fill(
    drafts: Sequence[Draft], position: int, column: ColumnMap, to: FieldDef, how: Reading
) -> None:
    """Read a column of the file."""
    name = to.name
    is_simple = to.kind not in LINKED and to.kind != "money"
    for draft in drafts:
        cells = draft.row.cells
        cell = cells[position] if position < len(cells) else None
        if column.part:
            _join_part(draft, to, column, cell)
            continue
        try:
            value = read(cell, to, how)
        except RowProblem as problem:
            draft.problems.append((column.column, problem))
            continue
        if is_simple:
            draft.values[name] = value
        else:
            _put(draft, to, value)


def _put(draft: Draft, to: FieldDef, value: Json) -> None:
    if to.kind in LINKED and value is not None:
        draft.words[to.name] = str(value).strip()
    elif to.kind == "money" and isinstance(known := draft.values.get(to.name), Mapping):
        draft.values[to.name] = {"amount": value, **known} if value is not None else None
    else:
        draft.values[to.name] = value


def _join_part(draft: Draft, to: FieldDef, column: ColumnMap, cell: object) -> None:
    """A part in a column of its own joins the others, whichever comes first."""
    word = str(cell if cell is not None else "").strip()
    if not word:
        return
    part: Json = word.upper() if column.part in ("currency", "country") else word
    if column.part in PLACE:
        number = read_number(word, column.decimal)
        if number is None:
            draft.problems.append((column.column, CellNotNumber(value=word[:80])))
            return
        part = float(number)
    known = draft.values.get(to.name)
    if known is not None and not isinstance(known, Mapping):
        known = {"amount" if to.kind == "money" else "street": known}
    draft.values[to.name] = {**(known or {}), column.part: part}
