"""The one road for writes, and the joint of access and query for reads."""

from kith.kernel.records import bulk, live, purge, undoing
from kith.kernel.records.attempts import Outcome
from kith.kernel.records.bin import delete, restore, restore_json
from kith.kernel.records.change import Change
from kith.kernel.records.create import create, create_json
from kith.kernel.records.errors import RecordNotFound
from kith.kernel.records.linking import link, unlink
from kith.kernel.records.many import create_many, update_many
from kith.kernel.records.matching import match
from kith.kernel.records.merge import clone, clone_json, merge, merge_json
from kith.kernel.records.preview import preview_merge_json
from kith.kernel.records.read import (
    aggregate,
    aggregate_json,
    find,
    get,
    get_json,
    id,
    is_visible,
    iter,
    list,
    list_json,
    look,
)
from kith.kernel.records.record import Page, Record, RecordId, Written
from kith.kernel.records.shares import list_shares, share, unshare
from kith.kernel.records.undoing import Undone, undo
from kith.kernel.records.update import update, update_json
from kith.kernel.records.why import why

__all__ = [
    "Change",
    "Outcome",
    "Page",
    "Record",
    "RecordId",
    "RecordNotFound",
    "Undone",
    "Written",
    "aggregate",
    "aggregate_json",
    "bulk",
    "clone",
    "clone_json",
    "create",
    "create_json",
    "create_many",
    "delete",
    "find",
    "get",
    "get_json",
    "id",
    "is_visible",
    "iter",
    "link",
    "list",
    "list_json",
    "list_shares",
    "live",
    "look",
    "match",
    "merge",
    "merge_json",
    "preview_merge_json",
    "purge",
    "restore",
    "restore_json",
    "share",
    "undo",
    "undoing",
    "unlink",
    "unshare",
    "update",
    "update_json",
    "update_many",
    "why",
]
