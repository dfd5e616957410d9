"""Queries that differ only in their values have one shape."""

from kith.kernel.expr import parse_filter
from kith.kernel.query.shape import Values


def _shape(data: object) -> tuple[object, list[object]]:
    values = Values()
    return values.take(parse_filter(data)), values.items


def test_other_values_give_the_same_shape() -> None:
    left = {
        "and": [
            {"field": "stage", "op": "in", "value": ["a"]},
            {"field": "amount", "op": "gt", "value": 1},
        ]
    }
    right = {
        "and": [
            {"field": "stage", "op": "in", "value": ["b", "c"]},
            {"field": "amount", "op": "gt", "value": 9},
        ]
    }
    assert _shape(left)[0] == _shape(right)[0]
    assert hash(_shape(left)[0]) == hash(_shape(right)[0])
    assert _shape(right)[1] == [("b", "c"), 9]


def test_other_sorts_of_values_give_another_shape() -> None:
    sorts = [1, None, [1], {"rel": "today"}, {"my_team": True}, "2026-11-22"]
    shapes = {_shape({"field": "amount", "op": "eq", "value": value})[0] for value in sorts}
    assert len(shapes) == len(sorts)


def test_searches_with_as_many_words_share_a_shape() -> None:
    assert _shape({"text": "harbor log"})[0] == _shape({"text": "acme baltic"})[0]
    assert _shape({"text": "harbor log"})[0] != _shape({"text": "harbor"})[0]
    assert _shape({"text": "!!"})[1] == []
