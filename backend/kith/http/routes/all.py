"""Every route of the edge, in one tuple; modules add theirs."""

from kith.http.route import Route
from kith.http.routes import records, session
from kith.http.routes.site import HEALTH

ROUTES: tuple[Route, ...] = (
    HEALTH,
    *session.ROUTES,
    *records.ROUTES,
)
