WITH grouped AS
(SELECT t0.stage AS k0, count(*) AS m0_0, sum(t0.amount__base) AS m1_0
FROM ws_demo.deal AS t0
WHERE t0.deleted_at IS NULL AND t0.owner = ANY (CAST($1 AS uuid[])) GROUP BY 1)
 SELECT convert_to('{"groups":[' || coalesce((SELECT string_agg(t3.item, ',') AS string_agg_1
FROM (SELECT '{"keys":[' || coalesce(CAST(to_json(t2.k0) AS TEXT), 'null') || '],"values":' || '{"count":' || coalesce(CAST(t2.m0_0 AS TEXT), 'null') || ',"sum_amount":' || coalesce(CAST(t2.m1_0 AS TEXT), 'null') || '}' || '}' AS item
FROM grouped AS t2 ORDER BY array_position(ARRAY['qualify', 'discover', 'propose', 'negotiate', 'won', 'lost', 'renewal_due', 'renewal_talk', 'renewal_agreed', 'renewed', 'not_renewed', 'partner_registered', 'partner_accepted', 'partner_proposal', 'partner_won', 'partner_lost'], t2.k0) ASC, t2.k0 ASC
 LIMIT 1000) AS t3), '') || '],"total":' || (SELECT '{"count":' || coalesce(CAST(coalesce(sum(t1.m0_0), 0) AS TEXT), 'null') || ',"sum_amount":' || coalesce(CAST(sum(t1.m1_0) AS TEXT), 'null') || '}' AS anon_1
FROM grouped AS t1) || '}', 'UTF8') AS convert_to_1
-- $1: list
