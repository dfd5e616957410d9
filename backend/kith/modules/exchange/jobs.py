"""Imports and exports as long jobs."""

from kith.module import Job
from kith.modules.exchange.service.exporting import forget, run_export
from kith.modules.exchange.service.run import run_import

JOBS = (
    Job("import", run_import, long=True),
    Job("export", run_export, long=True),
    Job("forget_exports", forget, cron="47 3 * * *"),
)
