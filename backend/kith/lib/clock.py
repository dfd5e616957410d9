"""The only place that asks what time it is, so that tests can freeze it."""

import datetime as dt


def now() -> dt.datetime:
    """Return the present moment in UTC."""
    return dt.datetime.now(dt.UTC)  # noqa: TID251 - the one place
