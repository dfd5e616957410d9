"""Sharing: what opens records to people beyond the reach of their profiles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kith.lib.json import Json

Level = Literal["read", "edit"]
Opens = Literal["private", "team", "read_all", "edit_all"]
"""What everybody may do with an object's records at least: nothing more than their profile says, see those of their
team, see all, change all."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How an object is shared before any rule. Without `hierarchy` managers do not see what their people own."""

    opens: Opens = "private"
    hierarchy: bool = True


@dataclass(frozen=True, slots=True)
class Opening:
    """Records of an object that one reader gets from a rule: those that fit `where` and belong to `people`.

    `people` names an entry of the reader's `Actor.people`; without it whose they are does not matter.
    """

    rule: str
    object: str
    level: Level
    where: Mapping[str, Json] | None = None
    people: str | None = None


@dataclass(frozen=True, slots=True)
class Lens:
    """Filters by object. One that is `fixed` by an administrator may speak of what its wearer does not see."""

    filters: Mapping[str, Json]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Sharing:
    """What one reader sees beyond the reach of the profile; readers with the same `key` differ only in who they are.

    `named` lists objects of which some record was shared with the reader by name. `deputy`: the reader stands in for
    somebody. `apart` says how units that are set apart cut the reader's view: to people `within` the reader's own, or
    to people `without` any other. `lenses` narrow what is listed, counted and found.
    """

    key: str = ""
    openings: tuple[Opening, ...] = ()
    baselines: Mapping[str, Baseline] = field(default_factory=dict)
    named: Mapping[str, Level] = field(default_factory=dict)
    deputy: bool = False
    apart: Literal["", "within", "without"] = ""
    lenses: tuple[Lens, ...] = ()
