"""Measure speed: plain PostgreSQL, a bare reference and Kith in the same run, as ratios against the limits.

Needs a checkout (bench/ is not part of an installed Kith) and a quiet machine; takes about ten minutes with the
default 200,000 deals.
"""

import argparse
import os
import sys

from kith.infra.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """The benchmark's own options."""
    parser.add_argument(
        "--accounts", type=int, default=100_000, help="accounts to make (default: 100000)"
    )
    parser.add_argument(
        "--deals", type=int, default=200_000, help="deals to make (default: 200000)"
    )
    parser.add_argument(
        "--jobs", default="J1,J2,J3,J4,J5,J6,J8,J7", help="which jobs, with commas between"
    )
    parser.add_argument("--seconds", type=int, default=4, help="how long each measurement takes")
    parser.add_argument(
        "--runs", type=int, default=3, help="measurements per job; the median counts"
    )
    parser.add_argument(
        "--clients", type=int, default=1, help="connections that ask at the same time"
    )
    parser.add_argument(
        "--folder", help="keep the filled database here, and use it again in the next run"
    )
    parser.add_argument(
        "--growth",
        action="store_true",
        help="measure with 100,000 and with 1,000,000 of everything, and compare",
    )
    parser.add_argument("--json", help="write the figures into this file too")


def run(options: argparse.Namespace, _settings: Settings) -> int:
    """Measure; 1 when a limit is exceeded, 2 without a checkout."""
    project = os.environ.get("KITH_PROJECT")
    if project is not None:
        sys.path.append(project)
    try:
        from bench.run import run as measure  # noqa: PLC0415 - only in a checkout
    except ModuleNotFoundError:
        print("The benchmark is in Kith's source; run ./kith bench in a checkout.", file=sys.stderr)
        return 2
    return measure(options)
