"""What a field is, whoever declared it: a module in code or an admin at run time."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kith.lib.json import Json


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a choice or multi-choice field; a retired option stays readable but cannot be picked."""

    key: str
    label: str
    color: str = "gray"
    retired: bool = False
    config: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldDef:
    """A field of an object.

    `default` is in the plain JSON form of the kind. `to` names the target object of link kinds. `config` holds what
    only this kind knows (decimals, formula, number format ...), and for every kind `visible_when` and `required_when`:
    filters on the record that say when a form shows the field and when it must be filled.
    """

    name: str
    kind: str
    label: str
    help: str = ""
    required: bool = False
    unique: bool = False
    searchable: bool = False
    indexed: bool = False
    readonly: bool = False
    default: Json = None
    to: str | None = None
    options: tuple[Option, ...] = ()
    config: Mapping[str, Json] = field(default_factory=dict)
    custom: bool = False

    def option(self, key: str) -> Option | None:
        """Return the option with this key, or None."""
        return next((o for o in self.options if o.key == key), None)
