"""The demo's people: colleagues, companies, contacts and who knows whom."""

from kith.modules.people.demo.fill import fill

__all__ = ["fill"]
