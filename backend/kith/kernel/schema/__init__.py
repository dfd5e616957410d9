"""Declarations of objects, fields, views and rights, as frozen data. Public words for every floor above."""

from kith.kernel.schema.fields import FieldDef, Option
from kith.kernel.schema.objects import IndexDef, ObjectDef, RuleDef, Section
from kith.kernel.schema.profiles import ObjectRights, ProfileDef
from kith.kernel.schema.sharing import Baseline, Lens, Level, Opening, Opens, Sharing
from kith.kernel.schema.views import ColumnDef, ViewDef
from kith.kernel.schema.workspace import Workspace

__all__ = [
    "Baseline",
    "ColumnDef",
    "FieldDef",
    "IndexDef",
    "Lens",
    "Level",
    "ObjectDef",
    "ObjectRights",
    "Opening",
    "Opens",
    "Option",
    "ProfileDef",
    "RuleDef",
    "Section",
    "Sharing",
    "ViewDef",
    "Workspace",
]
