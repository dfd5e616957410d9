"""Look at this machine and this installation, and say what is wrong and what cures it. Changes nothing."""

import argparse
import asyncio

from kith.infra.settings import Settings
from kith.main.doctor import CHECKS, Finding, Grade


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take no options: it looks at everything."""
    parser.set_defaults()


def run(_options: argparse.Namespace, settings: Settings) -> int:
    """Print what was found; the exit status is 1 when something must be done."""
    findings = asyncio.run(_examine(settings))
    bad = sum(finding.grade is Grade.WRONG for finding in findings)
    print("\nAll is well." if not bad else f"\n{bad} to cure.")
    return 1 if bad else 0


async def _examine(settings: Settings) -> list[Finding]:
    findings: list[Finding] = []
    for check in CHECKS:
        if any(finding.final for finding in findings):
            break
        async for finding in check(settings):
            findings.append(finding)
            print(f"  {finding.grade:<5}  {finding.subject}: {finding.text}")
            if finding.cure:
                print(f"         -> {finding.cure}")
    return findings
