WITH page AS
(SELECT t4.id AS id, t4.k0 AS k0, row_number() OVER (ORDER BY t4.k0 DESC) AS n
FROM (SELECT t3.id AS id, t3.k0 AS k0
FROM (SELECT t1.id AS id, t1.id AS k0
FROM ws_demo.deal AS t1
WHERE t1.deleted_at IS NULL AND t1.owner = ANY (CAST($1 AS uuid[])) AND t1.id IN (SELECT t2.record
FROM ws_demo._search AS t2
WHERE t2.object = 'deal' AND t2.body LIKE CAST($2 AS text) AND (t2.tokens @> CAST($3 AS text[])))
 LIMIT ALL OFFSET 0) AS t3 ORDER BY t3.k0 DESC
 LIMIT 51) AS t4)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t5.id, 'version', t5.version, 'name', t5.name) ORDER BY t6.n) AS json_agg_1
FROM page AS t6 JOIN ws_demo.deal AS t5 ON t5.id = t6.id
WHERE t6.n <= 50), CAST('[]' AS JSON)), 'total', NULL, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('3da622b7', CAST(t7.k0 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t7
WHERE t7.n = 50 AND (EXISTS (SELECT 1
FROM page AS t8
WHERE t8.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
-- $1: list
-- $2: str
-- $3: list
