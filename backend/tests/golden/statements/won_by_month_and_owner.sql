WITH grouped AS
(SELECT date_trunc('month', CAST(t0.closed_on AS TIMESTAMP WITHOUT TIME ZONE)) AS k0, t0.owner AS k1, count(*) AS m0_0, sum(t0.amount__base) AS m1_0
FROM ws_demo.deal AS t0
WHERE t0.deleted_at IS NULL AND t0.outcome = CAST($1 AS text) GROUP BY 1, 2)
 SELECT convert_to('{"groups":[' || coalesce((SELECT string_agg(t7.item, ',') AS string_agg_1
FROM (SELECT '{"keys":[' || coalesce('"' || CAST(CAST(t2.k0 AS DATE) AS TEXT) || '"', 'null') || ',' || coalesce(t6.text, 'null') || '],"values":' || '{"count":' || coalesce(CAST(t2.m0_0 AS TEXT), 'null') || ',"sum_amount":' || coalesce(CAST(t2.m1_0 AS TEXT), 'null') || '}' || '}' AS item
FROM grouped AS t2 LEFT OUTER JOIN (SELECT t4.id AS id, CAST(CASE WHEN (t5.deleted_at IS NOT NULL) THEN json_build_object('id', t4.id, 'label', t5.name, 'deleted', true) ELSE json_build_object('id', t4.id, 'label', t5.name) END AS TEXT) AS text, row_number() OVER (ORDER BY t5.name__sort ASC, t4.id) AS rank
FROM (SELECT DISTINCT t3.k1 AS id
FROM grouped AS t3) AS t4 LEFT OUTER JOIN ws_demo."user" AS t5 ON t5.id = t4.id) AS t6 ON t6.id = t2.k1 ORDER BY t2.k0 ASC, t6.rank ASC
 LIMIT 1000) AS t7), '') || '],"total":' || (SELECT '{"count":' || coalesce(CAST(coalesce(sum(t1.m0_0), 0) AS TEXT), 'null') || ',"sum_amount":' || coalesce(CAST(sum(t1.m1_0) AS TEXT), 'null') || '}' AS anon_1
FROM grouped AS t1) || '}', 'UTF8') AS convert_to_1
-- $1: str
