"""Text as people compare it: without case, accents or script getting in the way."""

import re
import unicodedata
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_SORT_KEY_LENGTH = 120


def fold(text: str) -> str:
    """Return `text` casefolded, without accents, with full-width forms made narrow."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def has_han(text: str) -> bool:
    """Say whether any Chinese character stands in `text`."""
    return HAN.search(text) is not None


@lru_cache(maxsize=20_000)
def pinyin(text: str) -> tuple[str, ...]:
    """Return the toneless syllables of the Chinese characters in `text`; other text stays as it is."""
    return tuple(lazy_pinyin(text, style=Style.NORMAL))


def initials(text: str) -> str:
    """Return the first letter of each syllable, as people type Chinese names in a hurry."""
    return "".join(s[0] for s in pinyin(text) if s)


def sort_key(text: str) -> str:
    """Return a key whose code-point order is the order that a person expects (Chinese by pinyin)."""
    if text.isascii():
        return text.casefold().strip()[:_SORT_KEY_LENGTH]
    spoken = " ".join(pinyin(text)) if has_han(text) else text
    return fold(spoken).strip()[:_SORT_KEY_LENGTH]


def clean(text: str) -> str:
    """Return `text` without NUL bytes and lone surrogates, in NFC: what PostgreSQL can store."""
    if text.isascii():
        return text.replace("\x00", "")
    return unicodedata.normalize("NFC", text.replace("\x00", "")).encode("utf-8", "ignore").decode()
