-- What opens records beyond the reach of a profile: how an object is shared before any rule, rules, and single records
-- shared by name. Rights stay a comparison with the row itself; these tables are read once for a session.
create table {schema}._baseline (
    object text primary key,
    opens text not null default 'private' check (opens in ('private', 'team', 'read_all', 'edit_all')),
    hierarchy boolean not null default true,
    updated_at timestamptz not null default now(),
    updated_by uuid
);

create table {schema}._sharing_rule (
    id uuid primary key,
    object text not null,
    label text not null,
    level text not null check (level in ('read', 'edit')),
    filter jsonb,
    owner_users uuid[],          -- whose records; all four null: everybody's
    owner_units uuid[],
    owner_groups uuid[],
    owner_profiles text[],
    to_keys uuid[] not null,     -- users, units and groups alike
    to_profiles text[] not null,
    active boolean not null default true,
    starts date,
    ends date,
    updated_at timestamptz not null default now(),
    updated_by uuid
);

create table {schema}._share (
    object text not null,
    record uuid not null,
    holder uuid not null,        -- a user, a unit or a group
    level text not null check (level in ('read', 'edit')),
    role text,
    until date,
    made_at timestamptz not null default now(),
    made_by uuid,
    primary key (object, record, holder)
);
create index _share_holder on {schema}._share (holder, object, record);

-- Lenses: filters that people make and wear for a while, or that a profile always wears.
create table {schema}._lens (
    id uuid primary key,
    owner uuid,
    name text not null,
    filters jsonb not null,
    sharing text not null check (sharing in ('private', 'shared')),
    updated_at timestamptz not null default now()
);
create index _lens_owner on {schema}._lens (owner);
create table {schema}._lens_worn (
    person uuid primary key,
    lens uuid not null references {schema}._lens on delete cascade
);
create table {schema}._lens_fixed (
    profile text primary key,
    lens uuid not null references {schema}._lens on delete restrict
);
