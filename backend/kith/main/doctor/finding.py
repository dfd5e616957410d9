"""What a check found."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How bad it is."""

    OK = "ok"
    NOTE = "note"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's letter; `cure` says what to do. After a `final` one nothing else can be looked at."""

    grade: Grade
    subject: str
    text: str
    cure: str = ""
    final: bool = False


def ok(subject: str, text: str) -> Finding:
    """All is well."""
    return Finding(Grade.OK, subject, text)


def note(subject: str, text: str, cure: str = "") -> Finding:
    """Worth knowing."""
    return Finding(Grade.NOTE, subject, text, cure)


def wrong(subject: str, text: str, cure: str, *, final: bool = False) -> Finding:
    """Something must be done."""
    return Finding(Grade.WRONG, subject, text, cure, final)
