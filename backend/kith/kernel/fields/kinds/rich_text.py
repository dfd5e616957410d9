"""Formatted text as HTML that cannot harm its readers."""

import re
from collections.abc import Mapping
from typing import ClassVar

import nh3
from typing_extensions import override

from kith.kernel.fields import operators, values
from kith.kernel.fields.kinds.text import Worded
from kith.kernel.fields.protocol import Operator, ParseEnv
from kith.kernel.schema import FieldDef
from kith.lib.json import Json

MAX = 200_000
_BLOCKS = {"blockquote", "div", "h1", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "ul"}
_INLINE = {"a", "b", "br", "code", "del", "em", "i", "img", "mark", "s", "span", "strong", "sub"}
_TABLES = {"sup", "table", "tbody", "td", "th", "thead", "tr", "u"}
_TAGS = _BLOCKS | _INLINE | _TABLES
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "span": {"data-type", "data-id", "data-label"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_WORDS = re.compile(r"<(?:img|hr)\b|[^<>\s](?=[^<>]*(?:<|$))")


class RichText(Worded):
    """HTML with a short list of tags; the rest is removed, its text stays."""

    kind = "rich_text"
    input = "rich"
    sortable = False
    groupable = False
    measures = ("count",)
    compare: ClassVar[Mapping[str, Operator]] = {**operators.wording(), **operators.emptiness()}

    @override
    def parse(self, field: FieldDef, value: Json, env: ParseEnv) -> Json:
        written = values.text(value, MAX)
        if written is None:
            return None
        safe = nh3.clean(
            written, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener"
        ).strip()
        return values.text(safe, MAX) if _WORDS.search(safe) else None


KIND = RichText()
