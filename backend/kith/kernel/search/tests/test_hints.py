"""What stands beside a name, and which of its letters were typed."""

import pytest

from kith.kernel.catalog import standard
from kith.kernel.query.words import terms
from kith.kernel.schema import FieldDef, ObjectDef
from kith.kernel.search.hints import highlight, hint_fields
from tests.support.every import Declared

PERSON = ObjectDef(
    "person",
    "Person",
    fields=(
        FieldDef("name", "text", "Name", searchable=True),
        FieldDef("email", "email", "E-mail", searchable=True),
        FieldDef("size", "number", "Size"),
        FieldDef("firm", "link", "Firm", to="person"),
    ),
    highlights=("name", "firm", "size"),
)


@pytest.mark.parametrize(
    ("label", "typed", "ranges"),
    [
        ("Harbor Logistics", "harbor log", [[0, 6], [7, 10]]),
        ("Müller & Söhne", "sohne", [[9, 14]]),
        ("华星科技", "华星科技", [[0, 4]]),
        ("Straße 5", "strasse", [[0, 6]]),
        ("😀 Acme", "acme", [[3, 7]]),
        ("Acme", "zzz", []),
        ("", "acme", []),
    ],
)
def test_typed_letters_are_marked_as_javascript_counts(
    label: str, typed: str, ranges: list[list[int]]
) -> None:
    assert highlight(label, terms(typed)) == ranges


def test_a_hint_tells_apart_and_never_repeats_the_name() -> None:
    definition = standard((Declared("p", (PERSON,)),)).object("person")
    everything = frozenset({"name", "email", "size", "firm"})
    assert [f.name for f in hint_fields(definition, everything)] == ["firm", "email"]
    assert [f.name for f in hint_fields(definition, everything - {"firm"})] == ["email"]
