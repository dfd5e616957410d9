"""Who may do what: profiles and the org tree become filters and decisions. Only `records` joins them with queries."""

from kith.kernel.access.actors import SCOPES, load_actor
from kith.kernel.access.decisions import (
    can,
    check,
    check_admin,
    is_admin,
    readable,
    reader,
    rows,
    writable,
)
from kith.kernel.access.errors import NotAllowed
from kith.kernel.access.reach import Action

__all__ = [
    "SCOPES",
    "Action",
    "NotAllowed",
    "can",
    "check",
    "check_admin",
    "is_admin",
    "load_actor",
    "readable",
    "reader",
    "rows",
    "writable",
]
