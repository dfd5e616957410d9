-- How people and programs prove who they are. Who they are (name, e-mail, profile) is a record of the workspace.
create table kith.credential (
    workspace uuid not null references kith.workspace on delete cascade,
    user_id uuid not null,
    password text,
    changed_at timestamptz not null default now(),
    invitation bytea unique,
    invited_until timestamptz,
    primary key (workspace, user_id)
);

-- Only the SHA-256 of a cookie or token is kept: reading this table lets nobody in.
create table kith.session (
    id bytea primary key,
    workspace uuid not null references kith.workspace on delete cascade,
    user_id uuid not null,
    created_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    agent text not null default '',
    address text not null default ''
);
create index session_by_user on kith.session (workspace, user_id);
create index session_by_age on kith.session (seen_at);

create table kith.token (
    id uuid primary key default uuidv7(),
    hash bytea not null unique,
    workspace uuid not null references kith.workspace on delete cascade,
    user_id uuid not null,
    name text not null,
    scopes text[] not null,
    hint text not null,
    created_at timestamptz not null default now(),
    used_at timestamptz,
    expires_at timestamptz
);
create index token_by_user on kith.token (workspace, user_id);
