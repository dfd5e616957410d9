"""Identifiers are version 7 and sort by the time they were made."""

import time_machine

from kith.lib.ids import new_id, parse_id


def test_later_identifiers_sort_later():
    with time_machine.travel(1_700_000_000, tick=False) as moment:
        early = new_id()
        moment.shift(1)
        late = new_id()
    assert early < late
    assert early.version == 7


def test_text_that_is_no_identifier_is_none():
    assert parse_id("nobody") is None
    assert parse_id(str(known := new_id())) == known
