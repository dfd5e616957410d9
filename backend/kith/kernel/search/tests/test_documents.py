"""In which forms the words of a record can be typed."""

from kith.kernel.query.words import mark, terms
from kith.kernel.search.documents import MAX_TEXT, Document, Part, document


def _found(made: Document, typed: str) -> bool:
    wanted = terms(typed)
    tokens = set(made.tokens)
    return tokens.issuperset(wanted.tokens) and all(f in made.body for f in wanted.fragments)


def test_a_chinese_company_is_found_by_everything_that_people_type() -> None:
    made = document("华星科技有限公司", [Part("name", "text", "华星科技有限公司")])
    for typed in (
        "华星",
        "星",
        "科技",
        "华星科技",
        "华星公司",
        "huaxing",
        "hua xing",
        "hx",
        "hxkj",
        "HuaXingKeJi",
        "h",
    ):
        assert _found(made, typed), typed
    for typed in ("星华", "北京", "hy", "xingkong"):
        assert not _found(made, typed), typed
    assert made.spoken == "huaxingkejiyouxiangongsi hxkjyxgs"


def test_case_accents_and_width_do_not_matter() -> None:
    made = document("Müller & Söhne ＡＧ", [Part("name", "text", "Müller & Söhne ＡＧ")])
    for typed in ("MULLER", "müller", "sohne ag", "ULLE", "söhne"):
        assert _found(made, typed), typed
    assert made.key == "muller & sohne ag"


def test_a_phone_number_is_found_in_any_spelling() -> None:
    made = document("Ada", [Part("name", "text", "Ada"), Part("phone", "phone", "+4915112345678")])
    for typed in (
        "+49 151 1234 5678",
        "0151 12345678",
        "0151-1234",
        "12345678",
        "0049 151 12345678",
        "(0151) 123/456",
    ):
        assert _found(made, typed), typed


def test_an_apostrophe_more_or_less_is_the_same_name() -> None:
    made = document("O'Neil Foods", [Part("name", "text", "O'Neil Foods")])
    assert _found(made, "oneil")
    assert _found(made, "o'neil")


def test_rich_text_is_found_without_its_tags() -> None:
    made = document(
        "x", [Part("body", "rich_text", "<p class='secret'>Fish &amp; <b>chips</b></p>")]
    )
    assert _found(made, "fish chips")
    assert not _found(made, "secret")


def test_each_field_stands_behind_its_mark_and_is_bounded() -> None:
    made = document("x", [Part("a", "text", "one"), Part("b", "long_text", "zwei " * 5000)])
    assert made.body.startswith(mark("a") + "one")
    assert "\n" + mark("b") + "zwei" in made.body
    assert len(made.body) < 2 * MAX_TEXT


def test_a_record_without_words_has_an_empty_document() -> None:
    assert document("", []) == Document("", "", "", [], "")
