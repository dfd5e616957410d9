"""A query is understood, or refused with the place that is wrong."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.expr import (
    And,
    Children,
    Compare,
    Me,
    MyTeam,
    Not,
    QueryProblem,
    Relative,
    parse_aggregate,
    parse_filter,
    parse_query,
)
from kith.kernel.expr.parse import MAX_DEPTH, MAX_NODES


def test_every_part_of_a_query_is_kept():
    query = parse_query(
        {
            "where": {"field": "stage", "op": "in", "value": ["new", "won"]},
            "search": "acme",
            "sort": [{"by": "amount", "desc": True}, "account.name"],
            "fields": ["name", "account.city"],
            "limit": 20,
            "count": "exact",
            "bin": True,
        }
    )
    assert query.where == Compare(("stage",), "in", ("new", "won"))
    assert [(s.path, s.descending) for s in query.sort] == [
        (("amount",), True),
        (("account", "name"), False),
    ]
    assert query.fields == (("name",), ("account", "city"))
    assert (query.search, query.limit, query.count, query.bin) == ("acme", 20, "exact", True)


def test_words_that_depend_on_the_reader_stay_words():
    def value(document):
        parsed = parse_filter(document)
        assert isinstance(parsed, Compare)
        return parsed.value

    assert value({"field": "owner", "value": {"me": True}}) == Me()
    assert value({"field": "owner", "op": "in", "value": {"my_team": True}}) == MyTeam()
    recent = {"rel": "last_days", "n": 7}
    assert value({"field": "due", "op": "within", "value": recent}) == Relative("last_days", 7)


def test_children_default_to_any():
    parsed = parse_filter({"children": "deal.account", "where": {"field": "stage", "value": "won"}})
    assert isinstance(parsed, Children)
    assert (parsed.object, parsed.field, parsed.quantifier) == ("deal", "account", "any")


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ({"where": {"and": [{"field": "a"}, {"nope": 1}]}}, "where.and[1]"),
        ({"where": {"not": {"or": [{"field": 5}]}}}, "where.not.or[0].field"),
        ({"where": {"field": "a..b"}}, "where.field"),
        ({"where": {"field": "a.b.c.d.e.f"}}, "where.field"),
        ({"where": {"field": "a", "value": {"rel": "today", "n": "x"}}}, "where.value.n"),
        ({"sort": [{"by": "a", "desc": "yes"}]}, "sort[0].desc"),
        ({"limit": 0}, "limit"),
        ({"limit": True}, "limit"),
        ({"fields": "name"}, "fields"),
        ({"count": "all"}, "count"),
        ({"surprise": 1}, "query"),
        ({"search": "a\x00b"}, "search"),
        ([], "query"),
    ],
)
def test_a_refusal_names_the_place(document, place):
    with pytest.raises(QueryProblem) as caught:
        parse_query(document)
    assert caught.value.place == place


def test_a_tree_that_is_too_deep_is_refused():
    tree: object = {"field": "a"}
    for _ in range(MAX_DEPTH + 1):
        tree = {"not": tree}
    with pytest.raises(QueryProblem, match="nested"):
        parse_filter(tree)


def test_a_tree_that_is_too_wide_is_refused():
    half = [{"field": "a"}] * (MAX_NODES // 2)
    with pytest.raises(QueryProblem, match="conditions"):
        parse_filter({"and": [{"or": half}, {"or": half}]})


def test_measures_are_named_after_what_they_do():
    figures = parse_aggregate(
        {"group": ["stage"], "measures": [{"op": "count"}, {"op": "sum", "field": "amount"}]}
    )
    assert [m.name for m in figures.measures] == ["count", "sum_amount"]
    assert parse_aggregate({}).measures[0].op == "count"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["and", "or", "not", "field", "op", "value", "children", "text", "rel"])
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json_is_parsed_or_refused_never_worse(document):
    for parse in (parse_query, parse_filter, parse_aggregate):
        with suppress(QueryProblem):
            parse(document)


def test_nested_filters_keep_their_shape():
    parsed = parse_filter({"and": [{"not": {"field": "a", "op": "empty"}}]})
    assert parsed == And((Not(Compare(("a",), "empty", None, "where.and[0].not")),))
