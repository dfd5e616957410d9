"""Whose records somebody reaches, as a filter: what the profile says, what is shared, which units are set apart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from kith.kernel.access.sound import sound
from kith.kernel.catalog import Catalog
from kith.kernel.expr import (
    Compare,
    Filter,
    Linked,
    Me,
    MyTeam,
    Not,
    Nothing,
    Or,
    Path,
    Shared,
    Those,
    both,
    parse_filter,
)
from kith.kernel.schema import Baseline, Level, ObjectDef, Opening, Sharing
from kith.kernel.schema.profiles import Reach

Action = Literal["read", "know", "update", "delete"]
GrantKind = Literal["profile", "baseline", "rule", "named"]

NAMED = "rights"
APART = "apart"
"""The entry of `Actor.people` that `Sharing.apart` speaks of."""
PRINCIPALS = "principals"
"""The entry of `Actor.people` with the reader and those for whom the reader stands in."""
MADE_BY = ("created_by",)
_WIDTH: tuple[Reach, ...] = ("none", "mine", "team", "all")
_MAX_PARENTS = 4


@dataclass(frozen=True, slots=True)
class Grant:
    """One thing that opens records, and which ones; None for all of them."""

    kind: GrantKind
    rows: Filter | None
    rule: str | None = None
    level: Level = "read"
    reach: Reach = "none"


class Anchor(NamedTuple):
    """The record that decides about another: itself, or what it is a part of."""

    path: Path
    object: str


def reached(
    catalog: Catalog, sharing: Sharing, name: str, action: Action, reach: Reach
) -> Filter | None:
    """Return whose records the action reaches; None for all of them."""
    if reach == "none":
        return Nothing()
    opened = [grant.rows for grant in grants(catalog, sharing, name, action, reach)]
    some = tuple(rows for rows in opened if rows is not None)
    whole = len(some) < len(opened)
    opens = None if whole else some[0] if len(some) == 1 else Or(some)
    return both(opens, _cut(sharing, owner_path(catalog, catalog.object(name))))


def narrower(reach: Reach, other: Reach) -> Reach:
    """Return the one that reaches less: nobody changes what they may not see."""
    return min(reach, other, key=_WIDTH.index)


def owner_path(catalog: Catalog, definition: ObjectDef) -> Path:
    """Return where a record's owner stands: on it, on its parent, else whoever made it counts as owner."""
    anchor = anchor_of(catalog, definition)
    if anchor.object == "user":
        return (*anchor.path, "id")
    return (*anchor.path, "owner") if catalog.object(anchor.object).owned else MADE_BY


def anchor_of(catalog: Catalog, definition: ObjectDef) -> Anchor:
    """Return the record with an owner that this one is a part of, at any depth; itself if there is none."""
    path: Path = ()
    current = definition
    for _ in range(_MAX_PARENTS):
        if current.owned or current.name == "user":
            return Anchor(path, current.name)
        parent = next((f for f in current.fields if f.kind == "parent" and f.to), None)
        if parent is None:
            break
        path = (*path, parent.name)
        current = catalog.object(str(parent.to))
    return Anchor((), definition.name)


def _widened(reach: Reach, base: Baseline, action: Action) -> Reach:
    """Let the object's own baseline open more than the profile does."""
    if base.opens == "edit_all" and action != "delete":
        return "all"
    if action in ("read", "know"):
        floor: Reach = {"team": "team", "read_all": "all"}.get(base.opens, "mine")  # type: ignore[assignment]
        reach = max(reach, floor, key=_WIDTH.index)
    return "mine" if reach == "team" and not base.hierarchy else reach


def grants(
    catalog: Catalog, sharing: Sharing, name: str, action: Action, reach: Reach
) -> Iterator[Grant]:
    """Yield everything that opens records of an object: the profile, the baseline, rules, shares by name."""
    if reach == "none":
        return
    definition = catalog.object(name)
    own = anchor_of(catalog, definition)
    base = sharing.baselines.get(own.object, Baseline())
    path = owner_path(catalog, definition)
    wide = _widened(reach, base, action)
    kind: GrantKind = "baseline" if _WIDTH.index(wide) > _WIDTH.index(reach) else "profile"
    yield Grant(kind, _owned(path, wide, deputy=sharing.deputy), reach=wide)
    for anchor in dict.fromkeys((Anchor((), name), own)):
        for grant in _shared(catalog, sharing, anchor.object, action):
            if grant.rows is not None and anchor.path:
                yield replace(grant, rows=Linked(anchor.path, grant.rows, NAMED))
            else:
                yield grant


def _owned(path: Path, reach: Reach, *, deputy: bool) -> Filter | None:
    if reach == "all":
        return None
    if reach == "team":
        return Compare(path, "in", MyTeam(), NAMED)
    if deputy:
        return Compare(path, "in", Those(PRINCIPALS), NAMED)
    return Compare(path, "eq", Me(), NAMED)


def _shared(catalog: Catalog, sharing: Sharing, name: str, action: Action) -> Iterator[Grant]:
    """Yield what rules and shares by name open of an object."""
    if action == "delete":
        return
    enough = ("edit",) if action == "update" else ("read", "edit")
    for opening in sharing.openings:
        if opening.object == name and opening.level in enough:
            yield from _rule(catalog, opening)
    if sharing.named.get(name) in enough:
        level: Level = "edit" if action == "update" else "read"
        yield Grant("named", Shared(level), level=level)


def _rule(catalog: Catalog, opening: Opening) -> Iterator[Grant]:
    """Yield what a rule opens; nothing if it speaks of a field that is gone."""
    where = None if opening.where is None else parse_filter(opening.where)
    if where is not None and not sound(catalog, opening.object, where):
        return
    owners: Filter | None = None
    if opening.people is not None:
        path = owner_path(catalog, catalog.object(opening.object))
        owners = Compare(path, "in", Those(opening.people), NAMED)
    yield Grant("rule", both(owners, where), rule=opening.rule, level=opening.level)


def _cut(sharing: Sharing, path: Path) -> Filter | None:
    """Return what units that are set apart leave of the view; what belongs to nobody is for everybody."""
    if not sharing.apart or path == MADE_BY:
        return None
    some = Compare(path, "in", Those(APART), NAMED)
    return some if sharing.apart == "within" else Not(some)
