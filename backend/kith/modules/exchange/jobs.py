"""The import as a long job."""

from kith.module import Job
from kith.modules.exchange.service.run import run_import

JOBS = (Job("import", run_import, long=True),)
