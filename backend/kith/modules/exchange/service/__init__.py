"""What people can do with files: upload, map, try, run, undo; and export."""
