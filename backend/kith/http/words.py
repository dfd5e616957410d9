"""Which language to answer in, and the texts of the languages that are not in the code."""

from collections.abc import Mapping

from kith.kernel.catalog.messages import messages
from kith.lib.errors import KithError, fill

LOCALES = ("en", "zh-CN")
_MOST_WISHES = 20


def negotiate(accept_language: str | None, default: str = "en") -> str:
    """Return the locale of ours that an Accept-Language header likes best."""
    wishes = [_wish(part) for part in (accept_language or "").split(",")[:_MOST_WISHES]]
    for _, tag in sorted((w for w in wishes if w[0] > 0), key=lambda w: -w[0]):
        if tag.startswith("zh"):
            return "zh-CN"
        if tag.startswith("en"):
            return "en"
    return default


def message(error: KithError, locale: str) -> str:
    """Return an error's message in the reader's language, in English where nobody wrote it."""
    template = texts(locale).get(f"error.{error.code}")
    return error.message if template is None else fill(template, _spoken(error.params, locale))


def _spoken(params: Mapping[str, object], locale: str) -> dict[str, object]:
    """Return the parameters of a message; a reason that is an error itself speaks the same language."""
    return {k: message(v, locale) if isinstance(v, KithError) else v for k, v in params.items()}


def texts(locale: str) -> Mapping[str, str]:
    """Return the texts of a language that stand beside the code; English stands in the code itself."""
    return {} if locale == "en" else messages(locale)


def _wish(part: str) -> tuple[float, str]:
    tag, _, rest = part.partition(";")
    quality = rest.strip().removeprefix("q=")
    try:
        return (float(quality) if quality else 1.0, tag.strip().lower())
    except ValueError:
        return (0.0, "")
