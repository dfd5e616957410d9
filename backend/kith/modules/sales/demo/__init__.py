"""The demo's sales: a catalogue, and eighteen months of deals with their ups and downs."""

from kith.modules.sales.demo.fill import fill

__all__ = ["fill"]
