-- What admins changed about profiles, and the profiles that they made. A row replaces the standard profile of its name.
create table {schema}._profile (
    name text primary key check (name ~ '^[a-z][a-z0-9_]{0,47}$'),
    data jsonb not null,
    updated_at timestamptz not null default now(),
    updated_by uuid
);
