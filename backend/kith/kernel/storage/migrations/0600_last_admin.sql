-- A workspace keeps an administrator who can sign in: whatever the road (form, bulk change, import, undo, bin), the last
-- one is neither deactivated nor given another profile nor put into the bin. Only PostgreSQL sees all of these, and two
-- administrators who demote each other at the same moment.
create function {schema}._keep_an_admin() returns trigger language plpgsql as $$
declare
    was_admin boolean;
    left_over boolean;
begin
    execute format('select coalesce((select (data->>''admin'')::boolean from %I._profile where name = $1), $1 = ''admin'')',
        tg_table_schema) into was_admin using old.profile;
    if not was_admin then
        return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(tg_table_schema || '.admins', 11));
    execute format('select exists (select from %1$I."user" u left join %1$I._profile p on p.name = u.profile'
        ' where u.active and u.deleted_at is null and coalesce((p.data->>''admin'')::boolean, u.profile = ''admin''))',
        tg_table_schema) into left_over;
    if not left_over then
        raise exception using errcode = 'KR001', message = 'last_admin', detail = '';
    end if;
    return null;
end
$$;

-- The table of users is made after the migrations, so making a workspace calls this once more.
create function {schema}._guard_admins() returns void language plpgsql as $$
begin
    if to_regclass('{schema}."user"') is null then
        return;
    end if;
    create or replace trigger keep_an_admin after update on {schema}."user" for each row
    when (old.active and old.deleted_at is null
        and (new.active is not true or new.deleted_at is not null or new.profile is distinct from old.profile))
    execute function {schema}._keep_an_admin();
end
$$;
select {schema}._guard_admins();
