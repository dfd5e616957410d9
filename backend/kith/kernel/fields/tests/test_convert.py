"""Each value of a kind becomes one of another kind, or is refused in words."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from kith.kernel.fields import FIELD_TYPES, ValueProblem
from kith.kernel.fields.convert import STEPS, CannotConvert, conversion
from kith.kernel.schema import FieldDef
from tests.support.written import ENV, WRITTEN, field

PAIRS = [(old, new) for old, many in STEPS.items() for new in many if old in WRITTEN]
EXAMPLES: list[tuple[str, Any, str, Any]] = [
    ("text", "12.5", "number", 12.5),
    ("text", "12.5 USD", "money", {"amount": 12.5, "currency": "USD"}),
    ("text", "a, b", "multi_choice", ["a", "b"]),
    ("text", "Apple", "choice", "a"),
    ("text", "x, Y", "tags", ["x", "y"]),
    ("text", "yes", "checkbox", True),
    ("text", "a < b", "rich_text", "<p>a &lt; b</p>"),
    ("rich_text", "<p>One</p><p>T&amp;wo</p>", "long_text", "One\nT&wo"),
    ("number", 12.0, "integer", 12),
    ("number", 35, "percent", 35),
    ("number", 5, "money", {"amount": 5, "currency": "EUR"}),
    ("money", {"amount": 5, "currency": "EUR"}, "number", 5),
    ("money", {"amount": 5, "currency": "USD"}, "text", "5 USD"),
    ("date", "2026-07-01", "datetime", "2026-06-30T22:00:00+00:00"),
    ("datetime", "2026-06-30T22:00:00+00:00", "date", "2026-07-01"),
    ("choice", "a", "text", "Apple"),
    ("choice", "a", "multi_choice", ["a"]),
    ("multi_choice", ["b"], "choice", "b"),
    ("multi_choice", ["a", "b"], "text", "Apple, Bread"),
    ("checkbox", True, "text", "yes"),
    ("address", {"street": "Weg 1", "city": "Bonn"}, "text", "Weg 1, Bonn"),
    ("json", {"a": 1}, "text", '{"a":1}'),
    ("text", '{"a":1}', "json", {"a": 1}),
]
BLOCKED: list[tuple[str, Any, str]] = [
    ("text", "twelve", "integer"),
    ("number", 1.5, "integer"),
    ("text", "x" * 501, "text"),
    ("multi_choice", ["a", "b"], "choice"),
    ("money", {"amount": 5, "currency": "USD"}, "number"),
    ("text", "pear", "choice"),
    ("text", "{", "json"),
]


def _as(kind: str, old: FieldDef) -> FieldDef:
    return replace(field(kind), name=old.name, to=old.to)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_every_pair_converts_or_refuses_in_words(old: str, new: str) -> None:
    before = field(old)
    after = _as(new, before)
    convert = conversion(before, after)

    @settings(max_examples=15, deadline=None)
    @given(WRITTEN[old])
    def check(value: Any) -> None:
        plain = FIELD_TYPES[old].parse(before, value, ENV)
        if plain is None:
            return
        try:
            found = convert(plain, ENV)
        except ValueProblem:
            return
        assert FIELD_TYPES[new].parse(after, found, ENV) == found

    check()


@pytest.mark.parametrize(("old", "value", "new", "wanted"), EXAMPLES)
def test_values_become_what_people_expect(old: str, value: Any, new: str, wanted: Any) -> None:
    before = field(old)
    assert conversion(before, _as(new, before))(value, ENV) == wanted


@pytest.mark.parametrize(("old", "value", "new"), BLOCKED)
def test_what_would_be_lost_blocks(old: str, value: Any, new: str) -> None:
    before = field(old)
    after = (
        replace(_as(new, before), config={}) if old != new else replace(before, config={"max": 500})
    )
    with pytest.raises(ValueProblem):
        conversion(before, after)(value, ENV)


def test_what_makes_no_sense_is_refused_with_what_does() -> None:
    with pytest.raises(CannotConvert, match="datetime"):
        conversion(field("date"), _as("link", field("date")))
    with pytest.raises(CannotConvert):
        conversion(field("link"), replace(field("link"), kind="parent", to="user"))
