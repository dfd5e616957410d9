"""Names, sizes and ties follow the rules that people expect."""

import pytest

from kith.modules.people.errors import EndsMissing, OwnParent, SameEnds, TooManyEnds
from kith.modules.people.rules import (
    check_ends,
    check_parent,
    inverse_of,
    join_name,
    size_of,
    split_name,
    with_names,
    with_size,
)


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("林悦", "林", "悦"),
        ("欧阳婉清", "欧阳", "婉清"),
        ("欧阳", "欧", "阳"),
        ("司马 懿德", "司马", "懿德"),
        ("Dana Whitfield", "Whitfield", "Dana"),
        ("Vincent van der Meer", "van der Meer", "Vincent"),
        ("Herrera, Tomás", "Herrera", "Tomás"),
        ("Cher", "", "Cher"),
        ("  Mary  Ann   Smith ", "Smith", "Mary Ann"),
    ],
)
def test_a_full_name_is_split_as_its_language_does(name: str, family: str, given: str) -> None:
    assert split_name(name) == (family, given)


def test_chinese_names_put_the_family_first() -> None:
    assert join_name("林", "悦") == "林悦"
    assert join_name("Whitfield", "Dana") == "Dana Whitfield"


def test_the_full_name_follows_its_parts_and_the_parts_the_full_name() -> None:
    assert with_names(None, {"family_name": "林", "given_name": "悦"})["name"] == "林悦"
    made = with_names(None, {"name": "Dana Whitfield"})
    assert (made["family_name"], made["given_name"]) == ("Whitfield", "Dana")


def test_a_changed_part_changes_the_full_name() -> None:
    before = {"name": "Dana Whitfield", "family_name": "Whitfield", "given_name": "Dana"}
    assert with_names(before, {"family_name": "Harlow"})["name"] == "Dana Harlow"


def test_parts_that_somebody_wrote_with_the_name_are_kept() -> None:
    values = {"name": "J. R. Smith", "family_name": "Smith", "given_name": "John Robert"}
    assert with_names(None, values) == values


@pytest.mark.parametrize(
    ("employees", "size"), [(1, "micro"), (50, "small"), (51, "medium"), (5000, "enterprise")]
)
def test_the_size_follows_from_the_employees(employees: int, size: str) -> None:
    assert size_of(employees) == size
    assert with_size(None, {"employees": employees})["size"] == size


def test_a_size_that_somebody_chose_stays() -> None:
    assert "size" not in with_size({"employees": 20, "size": "large"}, {"employees": 30})
    assert with_size({"employees": 20, "size": "small"}, {"employees": 400})["size"] == "large"


def test_a_company_cannot_own_itself() -> None:
    with pytest.raises(OwnParent):
        check_parent("a", {"parent_account": "a"})
    check_parent("a", {"parent_account": "b"})


def test_a_relation_has_one_end_at_each_side() -> None:
    check_ends({"contact": "a", "to_account": "b"})
    with pytest.raises(EndsMissing):
        check_ends({"contact": "a"})
    with pytest.raises(TooManyEnds):
        check_ends({"contact": "a", "account": "b", "to_contact": "c"})
    with pytest.raises(SameEnds):
        check_ends({"contact": "a", "to_contact": "a"})


def test_a_kind_without_inverse_reads_the_same_from_both_ends() -> None:
    assert inverse_of("reports_to", {"inverse": "manages"}) == "manages"
    assert inverse_of("friend_of", {}) == "friend_of"
