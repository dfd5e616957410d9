"""What admins do to objects and fields at run time; the same as code could have declared."""

from kith.kernel.design.fields import Changed, add_field, change_field, remove_field, restore_field
from kith.kernel.design.jobs import JOBS, PURGE
from kith.kernel.design.objects import (
    add_object,
    change_object,
    remove_object,
    restore_object,
    set_layout,
)
from kith.kernel.design.removed import removed
from kith.kernel.design.trial import try_formula

__all__ = [
    "JOBS",
    "PURGE",
    "Changed",
    "add_field",
    "add_object",
    "change_field",
    "change_object",
    "remove_field",
    "remove_object",
    "removed",
    "restore_field",
    "restore_object",
    "set_layout",
    "try_formula",
]
