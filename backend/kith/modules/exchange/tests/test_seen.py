"""Keys of a file are known again, in a table that does not grow with what they say."""

from kith.modules.exchange.rules.mapping import Mapping
from kith.modules.exchange.service.seen import Seen


def test_a_key_is_known_again_with_the_row_in_which_it_stood_first():
    seen = Seen(1000)
    for row in range(2, 1002):
        assert seen.first((f"key {row}",), row) is None
    assert [seen.first((f"key {row}",), 5000) for row in range(2, 1002)] == [*range(2, 1002)]


def test_a_table_without_room_answers_that_it_does_not_know():
    seen = Seen.of(Mapping("firm", (), "upsert", ("name",)), 1000, dry=False)
    assert [seen.first(("a",), row) for row in (2, 3)] == [None, None]
    tight = Seen(1)
    assert [tight.first((key,), row) for row, key in enumerate("abab", 2)] == [None, None, 2, None]
