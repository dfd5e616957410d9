"""Composition: the web, the worker and the command line; of the modules it sees manifests only."""
