-- How a person likes Kith to look (theme, density): theirs alone, and no news for a history.
create table kith.preference (
    workspace uuid not null references kith.workspace on delete cascade,
    user_id uuid not null,
    theme text,
    density text,
    primary key (workspace, user_id)
);
