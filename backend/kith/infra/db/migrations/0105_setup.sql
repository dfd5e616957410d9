-- Whoever reads the terminal of a new installation may set it up in the browser: with one of these, while nobody can sign in.
create table kith.setup (
    token bytea primary key,
    offered_at timestamptz not null default now()
);
