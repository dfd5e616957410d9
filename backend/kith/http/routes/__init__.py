"""The endpoints, one file per subject; each ends with its routes as data."""
