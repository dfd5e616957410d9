-- What concerns a person, and why. What it says is read from the records and the log, with the reader's rights of that
-- moment. News of one kind about one thing (`topic`) is one line until it has been read.
create table {schema}._notification (
    id bigint generated always as identity primary key,
    person uuid not null,
    reason text not null,
    object text not null,
    record uuid not null,
    topic text not null,
    actor uuid,
    change bigint,
    count int not null default 1,
    once text,
    at timestamptz not null,
    read_at timestamptz
);
create index _notification__person on {schema}._notification (person, at desc, id desc);
create unique index _notification__open on {schema}._notification (person, reason, object, topic) where read_at is null;
create unique index _notification__once on {schema}._notification (person, once) where once is not null;
