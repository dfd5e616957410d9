"""What the processes say about themselves: one line per event, for people or machines, without secrets."""

from kith.infra.telemetry.logs import configure, redact

__all__ = ["configure", "redact"]
