"""Saved ways to look at an object: lists, boards, calendars, maps; private or shared, beside the standard ones."""

from kith.kernel.views.lenses import fix_lens, list_lenses, remove_lens, save_lens, wear
from kith.kernel.views.saved import change, create, list_pinned, list_views, remove
from kith.kernel.views.start import choose_start, list_with_start

__all__ = [
    "change",
    "choose_start",
    "create",
    "fix_lens",
    "list_lenses",
    "list_pinned",
    "list_views",
    "list_with_start",
    "remove",
    "remove_lens",
    "save_lens",
    "wear",
]
