"""What a cell says, given the kind of its field: from how people write to the plain JSON that fields parse."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kith.kernel.schema import FieldDef
from kith.lib.json import Json, loads
from kith.lib.text import fold
from kith.modules.exchange.errors import CellNotBoolean, CellNotDate, CellNotNumber
from kith.modules.exchange.rules.dates import example, read_date

YES = frozenset({"true", "yes", "y", "1", "x", "on", "是", "对", "真", "√", "✓", "ja", "oui", "si"})
NO = frozenset({"false", "no", "n", "0", "off", "否", "不", "错", "假", "×", "nein", "non"})
SYMBOLS = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "¥": "CNY",
    "￥": "CNY",
    "₹": "INR",
    "₩": "KRW",
    "元": "CNY",
}
UNITS = {
    "万": Decimal(10_000),
    "亿": Decimal(100_000_000),
    "k": Decimal(1_000),
    "m": Decimal(1_000_000),
}
_MONEY = re.compile(
    r"^(?P<sign>[-+(]?)(?P<before>[^\d\s.,-]*)\s*(?P<digits>-?[\d\s.,'’]+)(?P<unit>[万亿kKmM]?)\s*(?P<after>\D*)$"
)
PLACE = ("lat", "lng")
_LIST = re.compile(r"[;,；，、|\n]+")
_SAFE_FORMULA = re.compile(r"^'(?='*[=+\-@\t\r])")


@dataclass(frozen=True, slots=True)
class Reading:
    """How the cells of one column are to be read; found from samples, shown to the user, theirs to correct."""

    date_format: str | None = None
    decimal: str = "."
    options: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


def read(cell: object, to: FieldDef, how: Reading) -> Json:
    """Return the plain JSON that the cell stands for, or raise a RowProblem. Empty is None."""
    if isinstance(cell, str):
        cell = cell.strip()
        if cell.startswith("'"):
            cell = _SAFE_FORMULA.sub("", cell)
    if cell is None or cell == "":
        return None
    return READERS.get(to.kind, _text)(cell, to, how)


def read_number(text: str, decimal: str = ".") -> Decimal | None:
    """Return the number written in `text` with this decimal mark, or None. Understands 1.2万, 3k, (5), 1 200."""
    match = _MONEY.match(text.strip())
    if match is None:
        return None
    digits = re.sub(r"[\s'’]", "", match["digits"])
    digits = digits.replace("." if decimal == "," else ",", "").replace(",", ".")
    try:
        value = Decimal(digits)
    except ArithmeticError:
        return None
    if match["sign"] in ("-", "("):
        value = -value
    return value * UNITS.get(match["unit"].lower(), Decimal(1))


def find_decimal(samples: list[str]) -> str:
    """Return the decimal mark that the samples use: the last mark that is not a thousands mark decides."""
    for text in samples:
        digits = re.sub(r"[^\d.,]", "", text)
        if "," in digits and ("." not in digits or digits.rfind(",") > digits.rfind(".")):
            fraction = digits.rsplit(",", 1)[1]
            if digits.count(",") == 1 and ("." in digits or len(fraction) != 3):  # noqa: PLR2004 - 1,234 is thousands
                return ","
    return "."


def _text(cell: object, _to: FieldDef, _how: Reading) -> Json:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)


def _number(cell: object, _to: FieldDef, how: Reading) -> Json:
    if isinstance(cell, int | float):
        return cell
    value = read_number(str(cell).rstrip("%"), how.decimal)
    if value is None:
        raise CellNotNumber(value=str(cell)[:80])
    return int(value) if value == value.to_integral_value() else float(value)


def _percent(cell: object, to: FieldDef, how: Reading) -> Json:
    value = _number(cell, to, how)
    is_share = isinstance(cell, float) and -1 <= cell <= 1
    return value * 100 if is_share and isinstance(value, int | float) else value


def _money(cell: object, to: FieldDef, how: Reading) -> Json:
    if isinstance(cell, int | float):
        return cell
    amount = _number(cell, to, how)
    match = _MONEY.match(str(cell).strip())
    words = ((match["before"] or match["after"]).strip() if match else "").upper()
    currency = SYMBOLS.get(words, words if len(words) == 3 and words.isalpha() else None)  # noqa: PLR2004 - ISO 4217
    return amount if currency is None else {"amount": amount, "currency": currency}


def _boolean(cell: object, _to: FieldDef, _how: Reading) -> Json:
    if isinstance(cell, bool):
        return cell
    word = fold(_text(cell, _to, _how) if not isinstance(cell, str) else cell)  # type: ignore[arg-type]
    if word in YES or word in NO:
        return word in YES
    raise CellNotBoolean(value=str(cell)[:80])


def _date(cell: object, _to: FieldDef, how: Reading) -> Json:
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    moment = read_date(str(cell), how.date_format)
    if moment is None:
        raise CellNotDate(value=str(cell)[:80], format=example(how.date_format))
    return moment.date().isoformat()


def _datetime(cell: object, _to: FieldDef, how: Reading) -> Json:
    if isinstance(cell, dt.datetime):
        return cell.isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat() + "T00:00"
    moment = read_date(str(cell), how.date_format)
    if moment is None:
        raise CellNotDate(value=str(cell)[:80], format=example(how.date_format))
    return moment.isoformat()


def _place(cell: object, to: FieldDef, how: Reading) -> Json:
    parts = [read_number(part) for part in str(cell).split(",")]
    if len(parts) != len(PLACE) or None in parts:
        return _text(cell, to, how)
    return {name: float(part) for name, part in zip(PLACE, parts, strict=True) if part is not None}


def _json(cell: object, to: FieldDef, how: Reading) -> Json:
    try:
        return loads(str(cell).encode())
    except ValueError:
        return _text(cell, to, how)


def _choice(cell: object, to: FieldDef, how: Reading) -> Json:
    word = str(_text(cell, to, how))
    return _option(word, to, how) or word


def _choices(cell: object, to: FieldDef, how: Reading) -> Json:
    """An option may have a comma in its name: the pieces between semicolons are tried whole first."""
    text = str(_text(cell, to, how))
    pieces = listed(text) or [p for part in text.split(";") if (p := part.strip())]
    return [
        _option(word, to, how) or word
        for piece in pieces
        for word in ([piece] if _option(piece, to, how) else _words(piece))
    ]


def _tags(cell: object, _to: FieldDef, _how: Reading) -> Json:
    return list(listed(str(cell)) or _words(cell))


def listed(text: str) -> list[str] | None:
    """Return the words of a list that an export wrote as JSON because of what stands in them."""
    if not text.startswith("["):
        return None
    try:
        found = loads(text.encode())
    except ValueError:
        return None
    return [str(word) for word in found] if isinstance(found, list) else None


def _words(cell: object) -> list[str]:
    return [word.strip() for word in _LIST.split(str(cell)) if word.strip()]


def _option(word: str, to: FieldDef, how: Reading) -> str | None:
    """What the mapping says, then keys, then labels in every language."""
    wanted = fold(word).strip()
    return (
        how.options.get(word)
        or next((o.key for o in to.options if wanted == fold(o.key)), None)
        or how.labels.get(wanted)
        or next((o.key for o in to.options if wanted == fold(o.label)), None)
    )


READERS: Mapping[str, Callable[[object, FieldDef, Reading], Json]] = {
    "integer": _number,
    "number": _number,
    "percent": _percent,
    "money": _money,
    "checkbox": _boolean,
    "date": _date,
    "datetime": _datetime,
    "choice": _choice,
    "multi_choice": _choices,
    "tags": _tags,
    "place": _place,
    "json": _json,
}
