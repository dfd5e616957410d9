"""What happened, for people: timelines, histories of fields, recent changes, the bin."""

from kith.kernel.feed.colleagues import colleagues_json
from kith.kernel.feed.news import bin_json, changes_json
from kith.kernel.feed.timeline import history_json, record_json, timeline_json

__all__ = [
    "bin_json",
    "changes_json",
    "colleagues_json",
    "history_json",
    "record_json",
    "timeline_json",
]
