"""What is written is understood or refused in words; what was understood once is understood again."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.kernel.fields import FIELD_TYPES, ParseEnv, ValueProblem
from kith.kernel.fields.errors import NoRate, RetiredChoice, UnknownChoice
from kith.kernel.schema import FieldDef
from kith.lib.json import dumps, loads
from tests.support.written import ANYTHING, ENV, WRITTEN, field

COMPUTED = {"formula", "rollup", "auto_number"}


def understood(read: Callable[[], Any]) -> tuple[Any, ValueProblem | None]:
    """Return what was read, or why it could not be."""
    try:
        return read(), None
    except ValueProblem as problem:
        return None, problem


def test_every_kind_is_known() -> None:
    assert len(FIELD_TYPES) == 28
    assert WRITTEN.keys() | COMPUTED == FIELD_TYPES.keys()
    assert all(kind.kind == name for name, kind in FIELD_TYPES.items())


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_parses_once_parses_to_the_same(kind: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(WRITTEN[kind])
    def check(value: Any) -> None:
        plain = FIELD_TYPES[kind].parse(field(kind), value, ENV)
        assert FIELD_TYPES[kind].parse(field(kind), plain, ENV) == plain
        sent = loads(dumps(plain))
        assert FIELD_TYPES[kind].parse(field(kind), sent, ENV) == plain

    check()


@pytest.mark.parametrize("kind", FIELD_TYPES)
def test_anything_else_is_refused_in_words(kind: str) -> None:
    @settings(max_examples=80, deadline=None)
    @given(ANYTHING)
    def check(value: Any) -> None:
        type_ = FIELD_TYPES[kind]
        plain, problem = understood(lambda: type_.parse(field(kind), value, ENV))
        if problem is not None:
            assert problem.code.startswith("field.")
            assert problem.message
        else:
            type_.bind(field(kind), plain, ENV)
            assert "\\u0000" not in dumps(plain).decode()

    check()


@pytest.mark.parametrize("kind", FIELD_TYPES)
@given(value=ANYTHING)
@settings(max_examples=30, deadline=None)
def test_wrong_operands_are_refused_in_words(kind: str, value: Any) -> None:
    type_ = FIELD_TYPES[kind]
    for op in type_.operators(field(kind)):
        _, problem = understood(partial(type_.operand, field(kind), op, value, ENV))
        assert problem is None or problem.message


@pytest.mark.parametrize("kind", sorted(WRITTEN.keys() - {"checkbox"}))
def test_empty_text_is_empty(kind: str) -> None:
    assert FIELD_TYPES[kind].parse(field(kind), "", ENV) is None
    assert FIELD_TYPES[kind].parse(field(kind), None, ENV) is None


def test_retired_options_stay_but_are_not_picked() -> None:
    choice = field("choice")
    with pytest.raises(RetiredChoice):
        FIELD_TYPES["choice"].parse(choice, "old", ENV)
    assert FIELD_TYPES["choice"].parse(choice, "old", ParseEnv(before="old")) == "old"
    assert FIELD_TYPES["choice"].parse(choice, "old", ParseEnv(history=True)) == "old"
    several = field("multi_choice")
    assert FIELD_TYPES["multi_choice"].parse(several, ["a", "old"], ParseEnv(before=["old"])) == [
        "a",
        "old",
    ]


def test_an_unknown_choice_names_the_choices() -> None:
    with pytest.raises(UnknownChoice, match="a, b"):
        FIELD_TYPES["choice"].parse(field("choice"), "z", ENV)


def test_a_bare_amount_keeps_the_currency_of_the_record() -> None:
    money = FIELD_TYPES["money"]
    assert money.parse(field("money"), 5, ENV) == {"amount": 5, "currency": "EUR"}
    kept = ParseEnv(base_currency="EUR", rates=ENV.rates, before={"amount": 1, "currency": "USD"})
    assert money.parse(field("money"), 5, kept) == {"amount": 5, "currency": "USD"}
    with pytest.raises(NoRate):
        money.parse(field("money"), {"amount": 1, "currency": "GBP"}, ENV)


@pytest.mark.parametrize(
    ("kind", "written", "plain"),
    [
        ("email", " Ada@Example.COM ", "ada@example.com"),
        ("email", "x@corp.local", "x@corp.local"),
        ("email", "李@例子.公司", "李@例子.公司"),
        ("phone", "030 123456", "+4930123456"),
        ("phone", "+86 138 0013 8000", "+8613800138000"),
        ("phone", "030 123456 ext. 12", "+4930123456;ext=12"),
        ("url", "Example.com/A?b=1", "https://example.com/A?b=1"),
        ("url", "http://localhost:8000/x", "http://localhost:8000/x"),
        ("number", "12.50", 12.5),
        ("number", 0.1 + 0.2, 0.3),
        ("integer", 3.0, 3),
        ("percent", 35, 35),
        ("money", {"amount": "12.345", "currency": "usd"}, {"amount": 12.35, "currency": "USD"}),
        ("date", "9999-12-31", "9999-12-31"),
        ("datetime", "2026-11-22T10:00", "2026-11-22T09:00:00+00:00"),
        ("datetime", "2026-07-01", "2026-06-30T22:00:00+00:00"),
        ("checkbox", "yes", True),
        ("checkbox", None, False),
        ("choice", "apple", "a"),
        ("multi_choice", ["b", "a", "b"], ["a", "b"]),
        ("tags", "VIP, #Hot, vip", ["vip", "hot"]),
        ("address", {"city": " Berlin ", "country": "de"}, {"city": "Berlin", "country": "DE"}),
        ("text", " a\x00 \n b😀שלום ", "a b😀שלום"),
        ("long_text", "a\r\nb", "a\nb"),
        ("json", {"a": [1, None]}, {"a": [1, None]}),
    ],
)
def test_what_people_write_becomes(kind: str, written: Any, plain: Any) -> None:
    assert FIELD_TYPES[kind].parse(field(kind), written, ENV) == plain


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        ("email", "a@b", "field.not_email"),
        ("phone", "12", "field.not_phone"),
        ("url", "javascript:alert(1)", "field.not_url"),
        ("url", "data:text/html,x", "field.not_url"),
        ("number", "1,5", "field.not_number"),
        ("number", True, "field.not_number"),
        ("number", 1e300, "field.number_too_large"),
        ("integer", 1.5, "field.not_number"),
        ("money", {"amount": 1, "currency": "XQZ"}, "field.not_currency"),
        ("money", {"value": 1}, "field.not_money"),
        ("date", "22.11.2026", "field.not_date"),
        ("date", "2026-02-30", "field.not_date"),
        ("datetime", "0001-01-01T00:00:00Z", "field.not_datetime"),
        ("link", "nobody", "field.not_record"),
        ("file", 5, "field.not_file"),
        ("address", {"country": "XX"}, "field.not_country"),
        ("address", {"planet": "Mars"}, "field.not_address"),
        ("place", {"lat": 91, "lng": 0}, "field.not_place"),
        ("json", "x" * 70_000, "field.json_too_large"),
        ("tags", ["x"] * 51, "field.too_many"),
        ("text", "x" * 501, "field.too_long"),
        ("auto_number", "E-1", "field.read_only"),
        ("formula", 1, "field.read_only"),
    ],
)
def test_what_does_not_fit_is_refused(kind: str, written: Any, code: str) -> None:
    with pytest.raises(ValueProblem) as refused:
        FIELD_TYPES[kind].parse(field(kind), written, ENV)
    assert refused.value.code == code


def test_scripts_do_not_survive_rich_text() -> None:
    bad = "<p onclick=a>x<script>alert(1)</script><a href='javascript:b'>y</a><img src=x onerror=c></p>"
    html = FIELD_TYPES["rich_text"].parse(field("rich_text"), bad, ENV)
    assert html is not None
    assert not any(word in str(html) for word in ("script", "onclick", "onerror"))


@given(st.text(max_size=700))
def test_texts_have_a_longest_length(text: str) -> None:
    short = FieldDef("x", "text", "X", config={"max": 5})
    plain, problem = understood(lambda: FIELD_TYPES["text"].parse(short, text, ENV))
    if problem is None:
        assert plain is None or len(str(plain)) <= 5
    else:
        assert problem.code == "field.too_long"
