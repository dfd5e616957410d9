"""Dates as people write them in files; one format for a whole column, so that 03/04 means the same everywhere."""

import datetime as dt
import itertools
import re

FORMATS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%Y年%m月%d日",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%b %d, %Y",
    "%d %B %Y",
    "%B %d, %Y",
    "%d.%m.%y",
    "%d/%m/%y",
    "%m/%d/%y",
)
LOOKED_AT = 60
TIMES = ("%H:%M:%S", "%H:%M", "%I:%M %p", "%H:%M:%S.%f", "%H时%M分", "%H点%M分")
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
_AMERICAN = ("en-US",)


def read_date(text: str, form: str | None) -> dt.datetime | None:
    """Return the moment written in `text` (no zone unless written), or None. Without a format only ISO 8601 is read."""
    text = text.strip()
    if form is None or _ISO.match(text):
        return _iso(text)
    return next(
        (m for f in (form, *(f"{form} {t}" for t in TIMES)) if (m := _strict(text, f))), None
    )


def example(form: str | None) -> str:
    """Return a day as the format writes it, so that people see what is meant."""
    return dt.date(2026, 12, 31).strftime(form or "%Y-%m-%d")


def fitting_formats(samples: list[str], locale: str = "en") -> list[str]:
    """Return the formats in which the samples are dates, the likeliest first; more than one means it is ambiguous.

    One sample in four may be no date at all. Day before month wins, except for American readers.
    """
    texts = [s.strip() for s in samples[:LOOKED_AT] if s.strip()]
    misses = {form: _misses(texts, form) for form in FORMATS}
    least = min(misses.values())
    fitting = (
        [form for form in FORMATS if misses[form] == least <= len(texts) // 4] if texts else []
    )
    unlikely = ("%d/%m", "%d-%m") if locale in _AMERICAN else ("%m/%d", "%m-%d")
    return sorted(fitting, key=lambda form: (form.startswith(unlikely), FORMATS.index(form)))


def _misses(texts: list[str], form: str) -> int:
    """Count what is no date in this format, as far as it matters."""
    wrong = (text for text in texts if read_date(text, form) is None)
    return sum(1 for _ in itertools.islice(wrong, len(texts) // 4 + 1))


def _iso(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None


def _strict(text: str, form: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(text, form)  # noqa: DTZ007 - the field decides the zone
    except ValueError:
        return None
