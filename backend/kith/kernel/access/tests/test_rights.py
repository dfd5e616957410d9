"""What a profile means for objects and fields."""

import uuid
from typing import Any

import pytest

from kith.kernel import access
from kith.kernel.access import errors
from kith.kernel.access.reach import owner_path
from kith.kernel.access.rights import compiled, fingerprint
from kith.kernel.catalog import standard
from kith.kernel.context import SYSTEM, Actor, Context, Workspace
from kith.kernel.expr import Compare, Me, MyTeam, Nothing
from kith.kernel.schema import FieldDef, ObjectDef, ObjectRights, ProfileDef, Sharing
from kith.lib.errors import ErrorKind
from tests.support.every import Declared
from tests.support.town import MODULE, OBJECTS

DEEP = ObjectDef(
    "deep",
    "Deep",
    owned=False,
    fields=(
        FieldDef("name", "text", "Name"),
        FieldDef("line", "parent", "Line", to="line"),
        FieldDef("total", "formula", "Total", config={"expr": "1 + 1", "result": "number"}),
    ),
)
PRODUCT = ObjectDef("product", "Product", owned=False, fields=(FieldDef("name", "text", "Name"),))
CATALOG = standard((Declared("rights", (*OBJECTS, DEEP, PRODUCT)),))
WORKSPACE = Workspace(uuid.UUID(int=1), "x", "X", "ws_x")


def _ctx(profile: ProfileDef, *scopes: str) -> Context:
    actor = Actor(
        uuid.UUID(int=2), "Sam", profile, scopes=frozenset(scopes or ("read", "write", "admin"))
    )
    unit: Any = None
    return Context(actor, WORKSPACE, unit, CATALOG)


def _profile(**objects: ObjectRights) -> ProfileDef:
    return ProfileDef("p", "P", objects)


@pytest.mark.parametrize(
    ("object_name", "path"),
    [
        ("visit", ("owner",)),
        ("line", ("visit", "owner")),
        ("deep", ("line", "visit", "owner")),
        ("product", ("created_by",)),
        ("user", ("id",)),
    ],
)
def test_a_record_belongs_to_its_owner_or_its_parents_or_its_maker(
    object_name: str, path: tuple[str, ...]
) -> None:
    assert owner_path(CATALOG, CATALOG.object(object_name)) == path


def test_a_reach_is_a_filter() -> None:
    ctx = _ctx(_profile(visit=ObjectRights("team", update="mine"), line=ObjectRights("all")))
    assert access.rows(ctx, "visit") == Compare(("owner",), "in", MyTeam(), "rights")
    assert access.rows(ctx, "visit", "update") == Compare(("owner",), "eq", Me(), "rights")
    assert access.rows(ctx, "visit", "delete") == Nothing()
    assert access.rows(ctx, "line") is None
    assert access.rows(ctx, "shop") == Nothing()


def test_everybody_may_see_colleagues_unless_a_profile_says_otherwise() -> None:
    assert access.rows(_ctx(_profile()), "user") is None
    assert access.can(_ctx(_profile()), "user", "read")
    assert not access.can(_ctx(_profile()), "user", "update")
    assert not access.can(_ctx(_profile(user=ObjectRights())), "user", "read")


def test_what_is_not_listed_follows_the_rule_for_others() -> None:
    profile = ProfileDef("p", "P", {"shop": ObjectRights("mine")}, others=ObjectRights("all"))
    assert access.rows(_ctx(profile), "visit") is None
    assert access.rows(_ctx(profile), "shop") is not None


def test_hidden_fields_are_not_readable_and_computed_ones_not_writable() -> None:
    rights = ObjectRights("all", create=True, fields={"name": "read", "secret": "hidden"})
    ctx = _ctx(_profile(visit=rights, deep=ObjectRights("all", create=True)))
    assert "secret" not in access.readable(ctx, "visit")
    assert "name" in access.readable(ctx, "visit")
    assert {"secret", "name", "created_at", "twice"}.isdisjoint(access.writable(ctx, "visit"))
    assert {"count", "owner", "shop"} <= access.writable(ctx, "visit")
    assert access.writable(ctx, "deep") == {"name", "line"}
    assert access.readable(_ctx(_profile()), "visit") == frozenset()


@pytest.mark.parametrize("action", ["read", "create", "update", "delete", "export", "bulk"])
def test_a_refusal_says_what_was_refused(action: Any) -> None:
    with pytest.raises(access.NotAllowed) as refused:
        access.check(_ctx(_profile()), "visit", action)
    assert refused.value.kind is ErrorKind.FORBIDDEN
    assert refused.value.code == f"access.may_not_{action}"
    assert "Visit" in refused.value.message


def test_an_admin_and_kith_itself_may_do_everything() -> None:
    for profile in (ProfileDef("boss", "Boss", admin=True), SYSTEM.profile):
        ctx = _ctx(profile)
        for action in ("read", "update", "delete"):
            assert access.rows(ctx, "visit", action) is None
        assert access.can(ctx, "visit", "bulk")
        assert access.is_admin(ctx)
        access.check_admin(ctx)
    with pytest.raises(errors.AdminsOnly):
        access.check_admin(_ctx(_profile()))


def test_a_token_does_no_more_than_its_scopes() -> None:
    boss = ProfileDef("boss", "Boss", admin=True)
    assert access.can(_ctx(boss, "read"), "visit", "read")
    assert access.can(_ctx(boss, "read"), "visit", "export")
    assert not access.can(_ctx(boss, "read"), "visit", "update")
    assert not access.is_admin(_ctx(boss, "read", "write"))
    with pytest.raises(errors.ScopeTooSmall):
        access.check(_ctx(boss, "read"), "visit", "create")


def test_profiles_that_say_the_same_share_their_rights() -> None:
    one = _profile(visit=ObjectRights("all", fields={"secret": "hidden"}))
    same = ProfileDef("other", "Other", {"visit": ObjectRights("all", fields={"secret": "hidden"})})
    other = _profile(visit=ObjectRights("all", fields={"secret": "read"}))
    assert compiled(one, Sharing(), CATALOG) is compiled(one, Sharing(), CATALOG)
    assert compiled(one, Sharing(), CATALOG).key == compiled(same, Sharing(), CATALOG).key
    assert fingerprint(one) != fingerprint(other)


def test_the_towns_module_declares_what_tests_use() -> None:
    assert {o.name for o in MODULE.objects} == {"shop", "visit", "line"}
