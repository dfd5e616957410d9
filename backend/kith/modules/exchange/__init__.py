"""Import and export: CSV and XLSX in and out, with a dry run before and an undo after."""
