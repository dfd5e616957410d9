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
