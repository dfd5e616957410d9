"""What is looked for when people type."""

import pytest

from kith.kernel.query.words import (
    MAX_FRAGMENTS,
    MAX_TOKENS,
    Terms,
    like,
    marked,
    phone_digits,
    terms,
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("acme", Terms(fragments=("acme",))),
        ("Harbor Log", Terms(fragments=("harbor", "log"))),
        ("hx", Terms(tokens=("hx",))),
        ("华星", Terms(tokens=("华星",))),
        ("星", Terms(tokens=("星",))),
        ("华星科技公司", Terms(tokens=("华星", "科技", "公司"))),
        ("华星 GmbH", Terms(tokens=("华星",), fragments=("gmbh",))),
        ("Müller & Söhne", Terms(fragments=("muller", "sohne"))),
        ("ＡＣＭＥ", Terms(fragments=("acme",))),
        ("O'Neil", Terms(tokens=("o",), fragments=("neil",))),
        ("%_\\", Terms()),
        ("  ", Terms()),
    ],
)
def test_short_words_and_chinese_go_by_token_and_the_rest_by_fragment(
    typed: str, found: Terms
) -> None:
    assert terms(typed) == found


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("+49 (0)151 234-5678", "491512345678"),
        ("0049 151 2345", "491512345"),
        ("0151/2345678", "1512345678"),
        ("138 0013 8000", "13800138000"),
        ("00042", "00042"),
        ("4711", None),
        ("D-00042", None),
    ],
)
def test_a_phone_number_is_found_however_it_is_written(typed: str, digits: str | None) -> None:
    assert phone_digits(typed) == digits


def test_endless_text_becomes_few_terms() -> None:
    found = terms("alpha beta gamma delta " * 500 + "华星科技有限公司" * 200)
    assert len(found.fragments) <= MAX_FRAGMENTS
    assert len(found.tokens) <= MAX_TOKENS


def test_a_fragment_is_taken_literally() -> None:
    assert like("50%_a\\b") == r"%50\%\_a\\b%"


def test_the_marks_of_fields_are_a_class_of_private_characters() -> None:
    pattern = marked(["name", "phone"])
    assert pattern.startswith("[")
    assert all(0xE000 <= ord(c) <= 0xF8FF for c in pattern[1:3])
