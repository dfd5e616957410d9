-- Uploaded files. The bytes are in the blob store under `key`; a record holds the id in a file or image field.
create table {schema}._file (
    id uuid primary key default uuidv7(),
    name text not null,
    size bigint not null,
    type text not null,
    key text not null,
    created_at timestamptz not null default now(),
    created_by uuid
);
