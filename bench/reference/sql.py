"""The reference's statements; PostgreSQL builds the JSON text."""

LIST = """
select json_build_object(
 'total', (select count(*) from opp where team_id = $1 and stage_id = any($2::int[]) and amount > $3),
 'items', (select json_agg(json_build_object('id', p.id, 'name', p.name,
   'account', json_build_object('id', a.id, 'name', a.name),
   'owner', json_build_object('id', u.id, 'name', u.name),
   'stage_id', p.stage_id, 'amount', p.amount, 'expected_close', p.expected_close, 'probability', p.probability)
   order by p.expected_close desc, p.id desc)
  from (select * from opp where team_id = $1 and stage_id = any($2::int[]) and amount > $3
        order by expected_close desc, id desc limit $4) p
  join account a on a.id = p.account_id join app_user u on u.id = p.owner_id))::text"""

RECORD = """
select json_build_object('id', o.id, 'name', o.name, 'amount', o.amount, 'probability', o.probability,
 'expected_close', o.expected_close, 'created_at', o.created_at, 'won_at', o.won_at,
 'stage', json_build_object('id', s.id, 'name', s.name), 'team', json_build_object('id', t.id, 'name', t.name),
 'owner', json_build_object('id', u.id, 'name', u.name),
 'account', json_build_object('id', a.id, 'name', a.name, 'city', a.city, 'phone', a.phone, 'email', a.email),
 'feed', (select json_agg(json_build_object('id', m.id, 'author', json_build_object('id', x.id, 'name', x.name),
   'created_at', m.created_at, 'body', m.body) order by m.id desc)
  from (select * from message where opp_id = o.id order by id desc limit $2) m
  join app_user x on x.id = m.author_id))::text
from opp o join stage s on s.id = o.stage_id join team t on t.id = o.team_id
join app_user u on u.id = o.owner_id join account a on a.id = o.account_id where o.id = $1"""

CREATE = """
insert into lead(name, contact_name, company, email, phone, team_id, owner_id) values ($1, $2, $3, $4, $5, $6, $7)
returning json_build_object('id', id, 'created_at', created_at)::text"""

# One statement is one transaction: row lock, update, audit row with old and new value.
MOVE = """
with o as (select id, stage_id from opp where id = $1 for update),
 u as (update opp set stage_id = $2, probability = (select probability from stage where id = $2)
       from o where opp.id = o.id returning opp.id),
 m as (insert into message(opp_id, author_id, body) select o.id, $3, 'stage: ' || o.stage_id || ' -> ' || $2 from o
       returning id)
select json_build_object('id', u.id, 'message', m.id)::text from u, m"""

FRAGMENT = """
select coalesce(json_agg(json_build_object('id', id, 'name', name, 'city', city, 'email', email)), '[]')::text
from (select * from account where name ilike $1 order by name limit $2) a"""

PIPELINE = """
select json_agg(json_build_object('stage_id', stage_id, 'n', n, 'amount', s))::text
from (select stage_id, count(*) n, sum(amount) s from opp where team_id = $1 group by 1 order by 1) x"""

WON = """
select json_agg(json_build_object('month', to_char(m, 'YYYY-MM'), 'owner', u.name, 'n', n, 'amount', s))::text
from (select date_trunc('month', won_at) m, owner_id, count(*) n, sum(amount) s
      from opp where won_at is not null group by 1, 2) x join app_user u on u.id = x.owner_id"""
