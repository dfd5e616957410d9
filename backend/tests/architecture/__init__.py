"""The shape of the code, checked by machine."""
