-- One document per record that can be found. It follows the change log; what a reader may see is checked again on reading.
create table {schema}._search (
    record uuid primary key,
    object text not null,
    owner uuid,
    title text not null,
    key text collate "C" not null,
    spoken text not null default '',
    tokens text[] not null,
    body text not null,
    updated timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
comment on column {schema}._search.owner is 'Whose record it is for rights: its owner, its parent''s owner, or its maker.';
comment on column {schema}._search.key is 'The title folded: exact and leading matches.';
comment on column {schema}._search.spoken is 'Pinyin of the title, and its initials.';
comment on column {schema}._search.tokens is 'What trigrams cannot find: Chinese characters and pairs, the first letters of words.';
comment on column {schema}._search.body is 'Folded text of the searchable fields, each after a mark of its own.';

create index _search__key on {schema}._search (key, object);
create index _search__similar on {schema}._search using gin (key public.gin_trgm_ops);
create index _search__tokens on {schema}._search using gin (tokens);
create index _search__body on {schema}._search using gin (body public.gin_trgm_ops);
create index _search__object on {schema}._search (object, updated desc);
