"""Dates as people write them in files; one format for a whole column, so that 03/04 means the same everywhere."""

import datetime as dt
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


def fitting_formats(samples: list[str], locale: str = "en") -> list[str]:
    """Return the formats in which every sample is a date, the likeliest first; more than one means it is ambiguous.

    Day before month wins, except for American readers.
    """
    texts = [s.strip() for s in samples if s.strip()]
    if not texts:
        return []
    fitting = [form for form in FORMATS if all(read_date(text, form) for text in texts)]
    unlikely = ("%d/%m", "%d-%m") if locale in _AMERICAN else ("%m/%d", "%m-%d")
    return sorted(fitting, key=lambda form: (form.startswith(unlikely), FORMATS.index(form)))


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
