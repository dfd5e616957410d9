"""Finds records by what people remember of them: words, fragments, Chinese, pinyin, phone numbers, mistyped names."""

from kith.kernel.search.find import MAX_PER_OBJECT, PER_OBJECT, lookup, search
from kith.kernel.search.follow import DEFINITIONS, follow
from kith.kernel.search.index import index, is_indexed, rebuild, rebuild_all

__all__ = [
    "DEFINITIONS",
    "MAX_PER_OBJECT",
    "PER_OBJECT",
    "follow",
    "index",
    "is_indexed",
    "lookup",
    "rebuild",
    "rebuild_all",
    "search",
]
