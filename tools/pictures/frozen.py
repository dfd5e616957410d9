"""Start the example company on a fixed day, so that pictures of two days can be compared.

Only this process and what it forks sees the fixed clock; nothing in Kith itself can be told the wrong time.
"""

import datetime as dt
import sys

from kith.lib import clock

MOMENT = dt.datetime(2026, 11, 18, 2, 20, tzinfo=dt.UTC)
"""A Wednesday, twenty past ten in Shanghai."""


def main() -> None:
    """Fix the clock before anything else looks at it, then become `kith demo`."""
    clock.now = lambda: MOMENT
    from kith.main.__main__ import main as kith  # noqa: PLC0415 - the clock comes first

    sys.argv = ["kith", "demo", *sys.argv[1:]]
    sys.exit(kith())


if __name__ == "__main__":
    main()
