-- Views that people saved; those that modules declare live in code.
create table {schema}._view (
    id uuid primary key default uuidv7(),
    object text not null,
    name text not null,
    kind text not null check (kind in ('list', 'board', 'calendar')),
    query jsonb not null,
    columns jsonb not null,
    group_by text,
    sharing text not null check (sharing in ('private', 'shared')),
    pinned boolean not null default false,
    owner uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index _view__object on {schema}._view (object, sharing, owner);
