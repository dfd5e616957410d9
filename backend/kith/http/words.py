"""Which language to answer in."""

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


def _wish(part: str) -> tuple[float, str]:
    tag, _, rest = part.partition(";")
    quality = rest.strip().removeprefix("q=")
    try:
        return (float(quality) if quality else 1.0, tag.strip().lower())
    except ValueError:
        return (0.0, "")
