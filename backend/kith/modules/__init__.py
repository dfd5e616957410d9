"""The features, one folder each; a folder can be deleted and the rest still works."""
