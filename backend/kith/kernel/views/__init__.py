"""Saved ways to look at an object: lists, boards, calendars; private or shared, beside the standard ones."""

from kith.kernel.views.saved import change, create, list_pinned, list_views, remove

__all__ = ["change", "create", "list_pinned", "list_views", "remove"]
