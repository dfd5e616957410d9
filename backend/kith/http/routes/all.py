"""Every route of the edge, in one tuple; modules add theirs."""

from kith.http.route import Route
from kith.http.routes import (
    files,
    jobs,
    meta,
    profiles,
    records,
    session,
    tokens,
    users,
    verbs,
)
from kith.http.routes.site import HEALTH

ROUTES: tuple[Route, ...] = (
    HEALTH,
    *session.ROUTES,
    *tokens.ROUTES,
    *users.ROUTES,
    *profiles.ROUTES,
    *meta.ROUTES,
    *records.ROUTES,
    *verbs.ROUTES,
    *files.ROUTES,
    *jobs.ROUTES,
)
