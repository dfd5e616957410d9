"""Run background jobs only: on a second machine, with KITH_DATABASE_URL (and KITH_REDIS_URL) as on the first."""

import argparse

from kith.infra import telemetry
from kith.infra.settings import Settings
from kith.main.installation import open_installation
from kith.main.worker import run as work


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take no options: the environment says it all."""
    parser.set_defaults()


def run(_options: argparse.Namespace, settings: Settings) -> int:
    """Work until Ctrl-C."""
    with open_installation(settings) as installation:
        telemetry.configure(settings.log_level, settings.log_format, "worker")
        work(installation.settings)
    return 0
