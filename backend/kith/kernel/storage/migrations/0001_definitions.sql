-- What admins made or changed. A standard object or field has a row only if an admin changed something about it;
-- `data` then holds just that. `removed_at` hides a thing for 30 days before it is gone for good.
create table {schema}._object (
    id uuid not null unique default uuidv7(),
    name text primary key,
    custom boolean not null,
    data jsonb not null default '{}',
    position bigint generated always as identity,
    created_at timestamptz not null default now(),
    removed_at timestamptz,
    removed_by uuid
);

create table {schema}._field (
    id uuid not null unique default uuidv7(),
    object text not null,
    name text not null,
    kind text not null default '',
    custom boolean not null,
    data jsonb not null default '{}',
    position bigint generated always as identity,
    created_at timestamptz not null default now(),
    removed_at timestamptz,
    removed_by uuid,
    primary key (object, name)
);

-- Columns (and tables of links) that no field uses any more, kept for 30 days: of removed fields, and from before a
-- change of kind. `names` says what each was called and is called now.
create table {schema}._aside (
    id uuid primary key default uuidv7(),
    object text not null,
    field text not null,
    reason text not null check (reason in ('removed', 'converted')),
    names jsonb not null,
    at timestamptz not null default now()
);
create index _aside__field on {schema}._aside (object, field);

-- How many units of the base currency one unit of `currency` is worth from `day` on.
create table {schema}._rate (
    currency text not null,
    day date not null,
    rate numeric not null check (rate > 0),
    primary key (currency, day)
);
