-- The change log: audit, feed, live sync, undo and outbox at once. Its key alone would order a partitioned table
-- (by range of id) too, so it can be split by time without touching a reader.
create table {schema}._change (
    id bigint generated always as identity primary key,
    tx xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    actor uuid,
    object text not null,
    record uuid not null,
    action text not null,
    version int not null,
    before jsonb,
    after jsonb,
    batch uuid,
    origin text not null,
    undone_by bigint
) with (autovacuum_vacuum_insert_scale_factor = 0.05);

create index _change__record on {schema}._change (record, id desc);
create index _change__delivery on {schema}._change (tx, id);
create index _change__batch on {schema}._change (batch, id) where batch is not null;
create index _change__undone_by on {schema}._change (undone_by) where undone_by is not null;

-- What belongs together and is undone together: a bulk change, a merge, an import, an undo.
create table {schema}._batch (
    id uuid primary key,
    kind text not null,
    actor uuid,
    object text,
    label text not null default '',
    at timestamptz not null default now(),
    items uuid[],
    done int not null default 0,
    written int not null default 0,
    undone_by uuid
);
comment on column {schema}._batch.items is 'What a bulk job works through; `done` moves in the same transaction as the work.';
create index _batch__at on {schema}._batch (at desc);

-- How far each consumer of the change log has come, and what it could not digest.
create table {schema}._consumer (
    name text primary key,
    tx xid8 not null,
    id bigint not null,
    attempts int not null default 0,
    retry_at timestamptz,
    error text
);
create table {schema}._parked (
    consumer text not null,
    change bigint not null,
    at timestamptz not null default now(),
    error text not null,
    primary key (consumer, change)
);

-- What was answered to a create that carried an idempotency key.
create table {schema}._idempotency (
    actor uuid not null,
    key text not null,
    request bytea not null,
    response text not null,
    at timestamptz not null,
    primary key (actor, key)
);
create index _idempotency__at on {schema}._idempotency (at);

-- Refuses a write from inside its one statement: the code reaches the caller as the error's detail.
create function {schema}._refuse(code text, detail text) returns void language plpgsql as $$
begin
    raise exception using errcode = 'KR001', message = code, detail = detail;
end $$;
