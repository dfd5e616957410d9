"""The physical limit: the reference's statements through pgbench, prepared, on the same server."""

import subprocess
import tempfile
from pathlib import Path

from kith.infra.postgres.binaries import installed_binaries

SQL = Path(__file__).parent / "sql"


def p50(job: str, url: str, *, deals: int, clients: int, seconds: int) -> float:
    """Return the median latency in milliseconds of one job."""
    with tempfile.TemporaryDirectory() as folder:
        program = [
            str(installed_binaries().tool("pgbench")),
            *(
                "-n",
                "-M",
                "prepared",
                "-c",
                str(clients),
                "-j",
                "1",
                "-T",
                str(seconds),
                "-l",
                "-D",
                f"deals={deals}",
            ),
            *("--log-prefix", f"{folder}/log", "-f", str(SQL / f"{job}.sql"), url),
        ]
        subprocess.run(program, check=True, capture_output=True)
        microseconds = [
            int(line.split()[2])
            for log in Path(folder).glob("log*")
            for line in log.read_text().splitlines()
        ]
    return sorted(microseconds)[len(microseconds) // 2] / 1000
