"""What exists in a workspace: standard and admin-made objects merged into one frozen catalog."""

from kith.kernel.catalog.catalog import Catalog
from kith.kernel.catalog.errors import UnknownField, UnknownObject
from kith.kernel.catalog.load import load, standard
from kith.kernel.catalog.system import SYSTEM_OBJECTS

__all__ = ["SYSTEM_OBJECTS", "Catalog", "UnknownField", "UnknownObject", "load", "standard"]
