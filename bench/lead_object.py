"""An object that an admin made: it must be as fast as any other, so the measurements use one."""

import json
from collections.abc import Mapping

from bench.client import Connection

LEAD = {
    "name": "lead__c",
    "label": "Lead",
    "plural": "Leads",
    "owned": True,
    "fields": [
        {"name": "contact_name__c", "kind": "text", "label": "Contact name"},
        {"name": "company__c", "kind": "text", "label": "Company", "searchable": True},
        {"name": "email__c", "kind": "email", "label": "E-mail"},
        {"name": "phone__c", "kind": "phone", "label": "Phone"},
    ],
}


async def add_lead_object(port: int, admin: Mapping[str, str]) -> None:
    """Make the object through the API and let sellers and managers use it."""
    connection = Connection("127.0.0.1", port)
    reply = await connection.request("POST", "/api/meta/objects", json.dumps(LEAD).encode(), admin)
    if reply.status >= 300 and b"taken" not in reply.body:
        raise RuntimeError(f"no lead object: {reply.status} {reply.body[:300]!r}")
    connection.close()
