"""Saved ways to look at an object: lists, boards, calendars, maps; private or shared, beside the standard ones."""

from kith.kernel.views.saved import change, create, list_pinned, list_views, remove
from kith.kernel.views.start import choose_start, list_with_start

__all__ = [
    "change",
    "choose_start",
    "create",
    "list_pinned",
    "list_views",
    "list_with_start",
    "remove",
]
