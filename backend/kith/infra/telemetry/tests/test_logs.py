"""A log never holds a secret."""

import json
import logging

import pytest

from kith.infra.telemetry.logs import JsonLines, redact


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("postgresql://kith:s3cret@db.example/kith", "s3cret"),
        ("redis://:hunter2@cache/0", "hunter2"),
        ("Authorization: Bearer abc.def-123", "abc.def"),
        ("token kith_AbCdEf0123456789 used", "AbCdEf"),
        ('{"password": "p w d", "x": 1}', "p w d"),
        ("cookie=kith_session.0123456789", "0123456789"),
        ("KITH_SECRET secret='abc'", "abc"),
    ],
)
def test_secrets_are_taken_out(text: str, secret: str) -> None:
    assert secret not in redact(text)


@pytest.mark.parametrize(
    "text", ["deal 5 moved to won", "http://127.0.0.1:8000/api", "the token is old"]
)
def test_ordinary_words_stay(text: str) -> None:
    assert redact(text) == text


def test_a_json_line_is_json() -> None:
    record = logging.LogRecord("kith", logging.INFO, "x.py", 1, "moved %s", ("华星",), None)
    line = json.loads(JsonLines("web").format(record))
    assert (line["message"], line["level"], line["process"]) == ("moved 华星", "info", "web")
