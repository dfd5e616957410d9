"""What people type into a search box, as terms that the inverted index and the trigram index can answer.

A document keeps, per record: `tokens` (every Chinese character and pair of neighbours, the first one and two letters of
every other word, of the pinyin initials too) and `body` (folded text, pinyin written together, pinyin initials, digits
of phone numbers). Trigrams find fragments of three letters and more; tokens find what is shorter, and all Chinese.
"""

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.text import HAN, fold

MAX_FRAGMENTS = 8
MAX_TOKENS = 24
SHORT = 2
"""Words up to this length are found by token, longer ones by trigrams."""
_WORD = re.compile(r"[^\W_]+")
_HAN_OR_REST = re.compile(rf"{HAN.pattern}+|(?:(?!{HAN.pattern})[^\W_])+")
_ASCII_WORD = re.compile(r"[0-9A-Za-z]+")
_PHONE = re.compile(r"[\d\s()+\-./]+")
_TRUNK_ZERO = re.compile(r"\(0\)")
_MARKS = (0xE000, 0xF8FF)
_MIN_PHONE = 5
_LONG_PHONE = 7


@dataclass(frozen=True, slots=True)
class Terms:
    """What must all be found: `tokens` in the inverted index, `fragments` in the body."""

    tokens: tuple[str, ...] = ()
    fragments: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Say whether nothing was left to look for."""
        return not self.tokens and not self.fragments


def terms(text: str) -> Terms:
    """Return what to look for when somebody types `text`."""
    number = phone_digits(text)
    if number is not None:
        return Terms(fragments=(number,))
    tokens: dict[str, None] = {}
    fragments: dict[str, None] = {}
    for piece in pieces(fold(text)):
        if HAN.match(piece):
            tokens.update(dict.fromkeys(_han_tokens(piece)))
        elif len(piece) <= SHORT:
            tokens[piece] = None
        else:
            fragments[piece] = None
    return Terms(tuple(tokens)[:MAX_TOKENS], tuple(fragments)[:MAX_FRAGMENTS])


def phone_digits(text: str) -> str | None:
    """Return the digits to look for if `text` can only be a phone number, without what differs by habit."""
    if not _PHONE.fullmatch(text):
        return None
    digits = re.sub(r"\D", "", _TRUNK_ZERO.sub("", text))
    if len(digits) < _MIN_PHONE:
        return None
    return digits.lstrip("0") if len(digits) >= _LONG_PHONE else digits


def pieces(folded: str) -> list[str]:
    """Split folded text into runs of Chinese characters and other words."""
    return (_ASCII_WORD if folded.isascii() else _HAN_OR_REST).findall(folded)


def words(folded: str) -> list[str]:
    """Split folded text into words, Chinese runs left whole."""
    return _WORD.findall(folded)


def pairs(run: str) -> list[str]:
    """Return every pair of neighbouring characters."""
    return [run[i : i + 2] for i in range(len(run) - 1)]


def searched_fields(definition: ObjectDef) -> list[FieldDef]:
    """Return the fields whose text a document holds: the searchable ones and the title, if any is searchable."""
    found = [f for f in definition.all_fields() if f.searchable]
    title = definition.find(definition.title)
    if found and title is not None and title not in found:
        found.insert(0, title)
    return found


@cache
def mark(field: str) -> str:
    """Return the character that stands before a field's text in a document; from the private use area of Unicode."""
    return chr(_MARKS[0] + zlib.crc32(field.encode()) % (_MARKS[1] - _MARKS[0]))


def marked(fields: Iterable[str]) -> str:
    """Return the regular expression that finds these fields' texts in a document."""
    marks = "".join(sorted({mark(field) for field in fields}))
    return f"[{marks}][^{chr(_MARKS[0])}-{chr(_MARKS[1])}]*"


def like(fragment: str) -> str:
    """Return the LIKE pattern that finds the fragment anywhere."""
    escaped = fragment.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{escaped}%"


def _han_tokens(run: str) -> list[str]:
    """Cut a run into words, so that a company is found without its middle part; each word by its pairs."""
    if len(run) <= SHORT:
        return [run]
    import rjieba  # noqa: PLC0415 - its dictionary takes memory and time that most processes never need

    return [t for word in rjieba.cut(run) for t in (pairs(word) or [word])]
