"""The docstring is the message, with its parameters filled in."""

from kith.lib.errors import KithError


class Closed(KithError):
    """Deal {deal} is closed
    and stays so."""


def test_the_message_is_the_docstring_on_one_line():
    assert str(Closed(deal="Acme")) == "Deal Acme is closed and stays so."


def test_a_parameter_that_is_missing_stays_visible():
    assert str(Closed()) == "Deal {deal} is closed and stays so."
