"""Which encoding and delimiter a text file has; judged by the bytes, not by hope."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterable

from charset_normalizer import from_bytes

DELIMITERS = (",", ";", "\t", "|")
SAMPLE = 256 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_MOSTLY = 0.8
_PAIR = 2
LONGEST_ACCENTS = 3
"""Western words have accents here and there; whole words beyond ASCII are another script."""


def find_encoding(chunks: Iterable[bytes]) -> str:
    """Return a Python codec name that decodes everything.

    A byte-order mark decides; then whatever is valid UTF-8 is UTF-8; then GB18030 when bytes beyond ASCII come in
    pairs, as Chinese does; then a statistical guess; and Windows-1252 when nothing else fits.
    """
    head = b""
    utf8 = codecs.getincrementaldecoder("utf-8")()
    valid = True
    for chunk in chunks:
        if len(head) < SAMPLE:
            head += chunk[: SAMPLE - len(head)]
        try:
            utf8.decode(chunk)
        except UnicodeDecodeError:
            valid = False
            break
    return _by_mark(head) or _by_zeros(head) or ("utf-8" if valid else _by_habit(head))


def find_delimiter(text: str) -> str:
    """Return the delimiter that cuts the first lines into the same number of columns, the more the better."""
    lines = text.splitlines()[:50]
    return max(DELIMITERS, key=lambda d: _evenness(lines, d))


def _by_mark(head: bytes) -> str | None:
    return next((name for mark, name in _BOMS if head.startswith(mark)), None)


def _by_zeros(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text and of line ends is zero."""
    zeros = [head[0::2].count(0), head[1::2].count(0)]
    if max(zeros) * 8 < len(head):
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _by_habit(head: bytes) -> str:
    runs = _HIGH_RUN.findall(head)
    even = sum(1 for run in runs if len(run) % _PAIR == 0)
    if runs and even / len(runs) >= _MOSTLY and _decodes(head, "gb18030"):
        return "gb18030"
    if max((len(run) for run in runs), default=0) <= LONGEST_ACCENTS and _decodes(head, "cp1252"):
        return "cp1252"
    guess = from_bytes(head[: 64 * 1024]).best()
    return guess.encoding if guess is not None and guess.encoding != "ascii" else "cp1252"


def _decodes(head: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return (0, 0)
    if not widths:
        return (0, 0)
    width, count = Counter(widths).most_common(1)[0]
    return (count / len(widths) if width > 1 else 0, width)
