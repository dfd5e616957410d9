"""Names sort and compare as people expect, in both scripts."""

import pytest

from kith.lib.text import clean, fold, initials, sort_key


def test_names_of_both_scripts_sort_in_an_order_that_a_person_knows():
    names = ["Zeta", "华星", "alpha", "Émile", "安达", "beta"]
    assert sorted(names, key=sort_key) == ["alpha", "安达", "beta", "Émile", "华星", "Zeta"]


@pytest.mark.parametrize(
    ("text", "folded"), [("Ünïon", "union"), ("ＡＢＣ", "abc"), ("STRASSE", "strasse")]
)
def test_folding_ignores_case_accents_and_width(text, folded):
    assert fold(text) == folded


def test_initials_are_what_people_type_in_a_hurry():
    assert initials("华星科技") == "hxkj"


def test_what_postgresql_cannot_store_is_taken_out():
    assert clean("a\x00b\ud800c") == "abc"
