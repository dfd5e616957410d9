"""How long Kith takes to start on a prepared database, and how much memory it holds as `kith serve` runs it."""

import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

from bench.load import Target, measure
from bench.processes import children, pss_mb
from bench.servers import free_port, running, wait
from bench.targets import Kith
from kith.infra.settings import Settings, to_environment

WORKERS = 2
WARM_JOBS = ("J1", "J2", "J4", "J5")
SECONDS, CLIENTS = 1.5, 4
START_LIMIT = 2.0
MEMORY_LIMIT = 200.0


@dataclass(frozen=True, slots=True)
class Serving:
    """Seconds until the first answer, and megabytes (proportional set size) after some work."""

    start: float
    web_workers: float
    everything: float

    @property
    def words(self) -> str:
        """One line, beside what we promise."""
        return (
            f"as `kith serve` runs it: first answer {self.start:.1f} s after the start (limit {START_LIMIT:.0f}),"
            f" {WORKERS} web workers {self.web_workers:.0f} MB (limit {MEMORY_LIMIT:.0f}),"
            f" all processes but the database {self.everything:.0f} MB"
        )

    @property
    def is_over(self) -> bool:
        """Say whether a limit is exceeded."""
        return self.start > START_LIMIT or self.web_workers > MEMORY_LIMIT


async def serving(settings: Settings, folder: Path, ours: Kith) -> Serving:
    """Start Kith as people do, let all its web workers do every sort of job, and look."""
    port = free_port()
    env = to_environment(replace(settings, data=folder / "serving", workers=WORKERS))
    env |= {"KITH_RATE_LIMIT": "1000000", "KITH_PORT": str(port)}
    program = [sys.executable, "-P", "-m", "kith.main", "serve", "--port", str(port)]
    begun = time.monotonic()
    with running(program, env) as pid:
        wait(f"http://127.0.0.1:{port}/api/health")
        start = time.monotonic() - begun
        target: Target = replace(ours, port=port)
        for job in WARM_JOBS:
            await measure(target, job, clients=CLIENTS, seconds=SECONDS)
        web = [found for child in children(pid) for found in children(child)]
        return Serving(start, sum(pss_mb([found]) for found in web), pss_mb([pid]))
