"""Profiles: what a role may do with each object and each field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Reach = Literal["none", "mine", "team", "all"]
"""Whose records: nobody's, my own, mine and those of everyone who reports to me (any depth), everybody's."""

FieldRight = Literal["hidden", "read", "write"]


@dataclass(frozen=True, slots=True)
class ObjectRights:
    """Rights on one object; each action says whose records it reaches. `fields` lists only what differs from write."""

    read: Reach = "none"
    create: bool = False
    update: Reach = "none"
    delete: Reach = "none"
    export: bool = False
    bulk: bool = False
    fields: Mapping[str, FieldRight] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProfileDef:
    """A named set of rights; `others` holds for objects not listed.

    `admin` may also change metadata, users and settings.
    """

    name: str
    label: str
    objects: Mapping[str, ObjectRights] = field(default_factory=dict)
    others: ObjectRights = field(default_factory=ObjectRights)
    admin: bool = False
