"""Kith: an open-source CRM that puts people first."""

__version__ = "0.1.0"
