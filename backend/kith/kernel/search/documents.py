"""A record's search document: in which forms its words can be typed."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kith.kernel.query.words import SHORT, mark, pairs, pieces
from kith.lib.text import HAN, fold, initials, pinyin

MAX_TEXT = 2_000
"""Characters of one field that can be found."""
MAX_TOKENIZED = 600
"""Characters of one field that go into the inverted index too."""
_MAX_TITLE = 200
_TAG = re.compile(r"<[^>]{0,1000}>")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """The text of one field."""

    field: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What is kept about one record."""

    title: str
    key: str
    spoken: str
    tokens: list[str]
    body: str


def document(title: str, parts: Iterable[Part]) -> Document:
    """Return the document of a record with this title and these texts, the title's among them."""
    key = _SPACES.sub(" ", fold(title)).strip()[:_MAX_TITLE]
    bodies: list[str] = []
    tokens: set[str] = set()
    for part in parts:
        text = _SPACES.sub(" ", fold(_bare(part)))[:MAX_TEXT]
        forms = list(_forms(text, part.kind))
        bodies.append(mark(part.field) + " ".join((text, *forms)))
        tokens |= _tokens(text[:MAX_TOKENIZED])
        if forms:
            tokens |= _beginnings(forms)
    return Document(title[:_MAX_TITLE], key, spoken(key), sorted(tokens), "\n".join(bodies))


def spoken(folded: str) -> str:
    """Return how Chinese names in folded text are said: in full and by initials."""
    return " ".join(_spoken_forms(folded))


def _bare(part: Part) -> str:
    return html.unescape(_TAG.sub(" ", part.text)) if part.kind == "rich_text" else part.text


def _forms(text: str, kind: str) -> Iterator[str]:
    """Yield further ways to type the text."""
    if kind == "phone":
        yield re.sub(r"\D", "", text)
        return
    if len(text) > _MAX_TITLE:
        return
    yield from _spoken_forms(text)
    joined = "".join(pieces(text))
    if len(joined) < len(text):
        yield joined


def _spoken_forms(text: str) -> Iterator[str]:
    if text.isascii():
        return
    for run in pieces(text):
        if HAN.match(run):
            yield "".join(pinyin(run))
            yield initials(run)


def _tokens(text: str) -> set[str]:
    words = pieces(text)
    if text.isascii():
        return _beginnings(words)
    runs = [word for word in words if HAN.match(word)]
    found = _beginnings([word for word in words if not HAN.match(word)])
    found.update(*runs, *(pairs(run) for run in runs))
    return found


def _beginnings(words: Iterable[str]) -> set[str]:
    return {word[:n] for n in range(1, SHORT + 1) for word in words}
