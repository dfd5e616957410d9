"""Pure decisions about files: what a column means, what a cell says, what a mapping may be."""
