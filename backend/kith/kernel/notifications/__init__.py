"""Notifications: what concerns a person, with the reason why they are told."""

from kith.kernel.notifications.follow import follow
from kith.kernel.notifications.inbox import inbox_json, mark, unread
from kith.kernel.notifications.tell import PREFERENCE, REASONS, Notice, tell

__all__ = [
    "PREFERENCE",
    "REASONS",
    "Notice",
    "follow",
    "inbox_json",
    "mark",
    "tell",
    "unread",
]
