"""The demo's activities: what people did for their deals, and what they still have to do."""

from kith.modules.activities.demo.fill import fill

__all__ = ["fill"]
