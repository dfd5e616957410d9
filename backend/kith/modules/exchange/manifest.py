"""What the module brings: imports with a history, exports."""

from kith.module import Listener, Module
from kith.modules.exchange.access import PROFILES
from kith.modules.exchange.http import ROUTES
from kith.modules.exchange.jobs import JOBS
from kith.modules.exchange.listeners import tell
from kith.modules.exchange.objects import IMPORT
from kith.modules.exchange.service.terminal import export_file, import_file

MODULE = Module(
    name="exchange",
    label="Import and export",
    objects=(IMPORT,),
    profiles=PROFILES,
    listeners=(Listener("finished", tell, (IMPORT.name,)),),
    jobs=JOBS,
    routes=ROUTES,
    commands={"import": import_file, "export": export_file},
)
