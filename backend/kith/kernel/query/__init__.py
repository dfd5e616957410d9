"""From the query language to one SQL statement in which PostgreSQL builds the JSON; the server passes bytes on."""
