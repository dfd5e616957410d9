-- More ways to look at an object, what a way remembers, and the view a person starts with.
alter table {schema}._view drop constraint _view_kind_check;
alter table {schema}._view add constraint _view_kind_check
    check (kind in ('list', 'board', 'calendar', 'split', 'map'));
alter table {schema}._view add column settings jsonb not null default '{}';
create table {schema}._view_start (
    owner uuid not null,
    object text not null,
    view text not null,
    primary key (owner, object)
);
