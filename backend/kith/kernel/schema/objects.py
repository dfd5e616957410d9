"""What an object is: its fields, its layout, its rules, the indexes that its hot reads need."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kith.kernel.schema.fields import FieldDef
from kith.lib.json import Json


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of fields on the record page; sections with the same `tab` stand under one tab of that name."""

    name: str
    label: str
    fields: tuple[str, ...]
    tab: str = ""


@dataclass(frozen=True, slots=True)
class IndexDef:
    """A composite index hint; `-name` means descending, `include` makes index-only scans possible."""

    fields: tuple[str, ...]
    include: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleDef:
    """A validation rule: when the filter `when` holds for the new state, the write is refused with `message`."""

    name: str
    when: Mapping[str, Json]
    message: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class ObjectDef:
    """An object: a real table with these fields beside the system columns.

    `title` names the field that people know a record by. `owned` objects have an `owner` (a user), on which rights
    stand. `highlights` are the fields shown first on the record page. `board` is the choice field whose options are the
    columns of the default board; `calendar` the date field of the default calendar. `feed` lists fields whose changes
    are news. `view` names the view that opens first.
    """

    name: str
    label: str
    fields: tuple[FieldDef, ...]
    plural: str = ""
    icon: str = "box"
    title: str = "name"
    module: str = ""
    owned: bool = True
    custom: bool = False
    system: bool = False
    highlights: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    board: str | None = None
    calendar: str | None = None
    view: str = ""
    feed: tuple[str, ...] = ()
    rules: tuple[RuleDef, ...] = ()
    indexes: tuple[IndexDef, ...] = ()
    config: Mapping[str, Json] = field(default_factory=dict)

    def find(self, name: str) -> FieldDef | None:
        """Return the declared or system field with this name, or None."""
        return next((f for f in self.all_fields() if f.name == name), None)

    def all_fields(self) -> tuple[FieldDef, ...]:
        """Return the declared fields followed by the system fields that every record has."""
        return self.fields + (OWNER_FIELDS if self.owned else ()) + SYSTEM_FIELDS


OWNER_FIELDS = (FieldDef("owner", kind="user", label="Owner", to="user", indexed=True),)
SYSTEM_FIELDS = (
    FieldDef("created_at", kind="datetime", label="Created", readonly=True),
    FieldDef("created_by", kind="user", label="Created by", to="user", readonly=True),
    FieldDef("updated_at", kind="datetime", label="Last changed", readonly=True),
    FieldDef("updated_by", kind="user", label="Last changed by", to="user", readonly=True),
)
