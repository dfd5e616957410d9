"""Log lines on standard error, as text or JSON; whatever looks like a secret is taken out on the way."""

import json
import logging
import re
import sys
import time

from typing_extensions import override

# Chatty libraries whose ordinary progress is nobody's news.
QUIET = {
    "procrastinate": logging.WARNING,
    "psycopg.pool": logging.ERROR,
    "_granian": logging.WARNING,
    "granian.access": logging.INFO,
    "httpx": logging.WARNING,
    "asyncio": logging.WARNING,
}
SECRETS = (
    (re.compile(r"(\b[a-z][a-z0-9+]*://[^/\s:@]*:)[^@\s/]+(@)", re.IGNORECASE), r"\1***\2"),
    (re.compile(r"\bkith_[A-Za-z0-9_-]{8,}"), "kith_***"),
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]+"), r"\1 ***"),
    (
        re.compile(
            r"(?i)([\"']?\b(?:password|passwd|secret|token|cookie|authorization|csrf)\b[\"']?\s*[=:]\s*)"
            r"(\"[^\"]*\"|'[^']*'|[^\s,;&}]+)"
        ),
        r"\1***",
    ),
)


def configure(level: str, form: str, process: str) -> None:
    """Set up this process's logging; `process` is the name it signs with."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines(process) if form == "json" else TextLines(process))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name, quiet in QUIET.items():
        logging.getLogger(name).setLevel(max(quiet, logging.getLogger().level))


def redact(text: str) -> str:
    """Take passwords, tokens and cookies out of a text."""
    for pattern, replacement in SECRETS:
        text = pattern.sub(replacement, text)
    return text


class TextLines(logging.Formatter):
    """Lines for people."""

    converter = staticmethod(time.gmtime)

    def __init__(self, process: str) -> None:
        super().__init__(f"%(asctime)s {process} %(levelname)s %(message)s", "%Y-%m-%d %H:%M:%S")

    @override
    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class JsonLines(logging.Formatter):
    """Lines for machines."""

    converter = staticmethod(time.gmtime)

    def __init__(self, process: str) -> None:
        super().__init__()
        self._process = process

    @override
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S") + f".{record.msecs:03.0f}Z",
            "level": record.levelname.lower(),
            "process": self._process,
            "logger": record.name,
            "message": redact(record.getMessage()),
        }
        if record.exc_info:
            line["error"] = redact(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)
