"""Definitions as tables, columns and indexes; workspaces; and how both change without standing in anybody's way."""
