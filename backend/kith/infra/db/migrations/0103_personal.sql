-- What a person keeps on the server under a key: how Kith looks, where it opens, drafts. Theirs alone, no news for a
-- history; it replaces the table that knew theme and density only.
create table kith.personal (
    workspace uuid not null references kith.workspace on delete cascade,
    user_id uuid not null,
    key text not null,
    value jsonb not null,
    changed_at timestamptz not null default now(),
    primary key (workspace, user_id, key)
);
insert into kith.personal (workspace, user_id, key, value)
select workspace, user_id, 'theme', to_jsonb(theme) from kith.preference where theme is not null
union all
select workspace, user_id, 'density', to_jsonb(density) from kith.preference where density is not null;
drop table kith.preference;
