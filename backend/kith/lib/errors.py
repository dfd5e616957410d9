"""Errors that speak: the docstring is the message, the code is stable, the kind decides the status."""

from enum import StrEnum
from typing import ClassVar

from typing_extensions import override


class ErrorKind(StrEnum):
    """What went wrong, in words that no protocol owns; `http/problems.py` turns them into status numbers."""

    INVALID = "invalid"
    UNAUTHENTICATED = "unauthenticated"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    UNAVAILABLE = "unavailable"
    NO_ROOM = "no_room"


class KithError(Exception):
    """Something went wrong; nothing was changed."""

    kind: ClassVar[ErrorKind] = ErrorKind.INVALID
    code: ClassVar[str] = "kith.error"

    def __init__(self, **params: object) -> None:
        """Keep the parameters that the message names; `details` below may add more for machines."""
        super().__init__(params)
        self.params = params

    @property
    def message(self) -> str:
        """The English message with its parameters filled in."""
        template = " ".join((type(self).__doc__ or "").split())
        return fill(template, self.params)

    def details(self) -> dict[str, object]:
        """Extra JSON-ready members for the problem document, such as a place or one entry per field."""
        return {}

    @override
    def __str__(self) -> str:
        """Return the English message."""
        return self.message


def fill(template: str, params: dict[str, object]) -> str:
    """Put parameters into a message; a name that is missing stays visible instead of raising."""
    for name, value in params.items():
        template = template.replace("{" + name + "}", str(value))
    return template
