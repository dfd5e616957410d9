-- How often somebody tried to sign in, counted for all processes together. Unlogged: after a crash everybody starts anew.
create unlogged table kith.attempt (
    key text primary key,
    level double precision not null,
    at timestamptz not null
);
