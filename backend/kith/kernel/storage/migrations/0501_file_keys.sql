-- Where the bytes are follows from the ids of the workspace and the file, so that a restored copy finds its own.
alter table {schema}._file drop column key;
