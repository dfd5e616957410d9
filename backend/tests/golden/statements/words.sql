WITH page AS
(SELECT t3.id AS id, t3.k0 AS k0, row_number() OVER (ORDER BY t3.k0 DESC) AS n
FROM (SELECT t2.id AS id, t2.k0 AS k0
FROM (SELECT t0.id AS id, t0.id AS k0
FROM ws_demo.deal AS t0
WHERE t0.deleted_at IS NULL AND t0.owner = ANY (CAST($1 AS uuid[])) AND t0.id IN (SELECT t1.record
FROM ws_demo._search AS t1
WHERE t1.object = 'deal' AND t1.body LIKE CAST($2 AS text) AND (t1.tokens @> CAST($3 AS text[])))
 LIMIT ALL OFFSET 0) AS t2 ORDER BY t2.k0 DESC
 LIMIT 51) AS t3)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t4.id, 'version', t4.version, 'name', t4.name) ORDER BY t5.n) AS json_agg_1
FROM page AS t5 JOIN ws_demo.deal AS t4 ON t4.id = t5.id
WHERE t5.n <= 50), CAST('[]' AS JSON)), 'total', NULL, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('3da622b7', CAST(t6.k0 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t6
WHERE t6.n = 50 AND (EXISTS (SELECT 1
FROM page AS t7
WHERE t7.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
-- $1: list
-- $2: str
-- $3: list
