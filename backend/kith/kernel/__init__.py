"""The metadata engine: it knows "object" and "field", never "deal"."""
