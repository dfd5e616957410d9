-- Workspaces of this database. Everything else of a workspace lives in its own schema.
create table kith.workspace (
    id uuid primary key default uuidv7(),
    slug text not null unique check (slug ~ '^[a-z][a-z0-9_]{0,40}$'),
    name text not null,
    schema_name text not null unique,
    base_currency text not null default 'USD',
    locale text not null default 'en',
    timezone text not null default 'UTC',
    fiscal_start int not null default 1 check (fiscal_start between 1 and 12),
    settings jsonb not null default '{}',
    catalog_version bigint not null default 1,
    created_at timestamptz not null default now()
);
