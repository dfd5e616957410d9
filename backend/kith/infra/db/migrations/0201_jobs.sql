-- Work that a person can watch: who asked, how far it is, what came out. The queue itself is procrastinate's.
create table kith.job (
    id uuid primary key default uuidv7(),
    workspace text not null,
    actor uuid,
    name text not null,
    args jsonb not null default '{}',
    state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    done bigint not null default 0,
    total bigint,
    message text not null default '',
    result jsonb,
    cancel_requested boolean not null default false,
    attempts int not null default 0,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
);
create index job_recent on kith.job (workspace, actor, created_at desc);
