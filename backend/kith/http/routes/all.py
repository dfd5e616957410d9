"""Every route of the edge, in one tuple; modules add theirs."""

from kith.http.route import Route
from kith.http.routes import (
    design,
    files,
    hello,
    history,
    jobs,
    meta,
    openapi,
    preferences,
    profiles,
    rates,
    records,
    search,
    session,
    tokens,
    users,
    verbs,
    views,
    workspace,
)
from kith.http.routes.site import HEALTH

ROUTES: tuple[Route, ...] = (
    HEALTH,
    *hello.ROUTES,
    *session.ROUTES,
    *preferences.ROUTES,
    *tokens.ROUTES,
    *users.ROUTES,
    *workspace.ROUTES,
    *profiles.ROUTES,
    *meta.ROUTES,
    *design.ROUTES,
    *rates.ROUTES,
    *openapi.ROUTES,
    *records.ROUTES,
    *history.ROUTES,
    *verbs.ROUTES,
    *search.ROUTES,
    *views.ROUTES,
    *files.ROUTES,
    *jobs.ROUTES,
)
