"""Which mistakes are forgiven."""

import pytest

from kith.kernel.search.typos import distance


@pytest.mark.parametrize(
    ("typed", "name", "mistakes"),
    [
        ("harbor", "harbor logistics", 0),
        ("harbr", "harbor logistics", 1),
        ("hrabor", "harbor logistics", 1),
        ("harbour", "harbor logistics", 1),
        ("logsitcis", "harbor logistics", 2),
        ("harbr logistcs", "harbor logistics", 2),
        ("logi", "harbor logistics", 0),
        ("meier", "meyer", 1),
        ("mayr", "meyer", None),
        ("harbor berlin", "harbor logistics", None),
        ("ab", "ac", None),
        ("", "harbor", 0),
        ("harbor", "", None),
    ],
)
def test_a_few_wrong_letters_are_forgiven(typed: str, name: str, mistakes: int | None) -> None:
    assert distance(typed.split(), name.split()) == mistakes
