"""The interface described for programs (OpenAPI 3.1), written from the workspace's own metadata."""
