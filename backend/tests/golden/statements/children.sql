WITH near AS
(SELECT t7.id AS id, t7.id AS k0
FROM (SELECT t4.id AS id
FROM ws_demo.account AS t4
WHERE t4.deleted_at IS NULL ORDER BY t4.id DESC
 LIMIT 4000) AS t7
WHERE EXISTS (SELECT 1
FROM ws_demo.deal AS t8
WHERE t8.account = t7.id AND t8.deleted_at IS NULL AND t8.outcome = CAST($1 AS text)) ORDER BY t7.id DESC
 LIMIT 51),
page AS
(SELECT t10.id AS id, t10.k0 AS k0, row_number() OVER (ORDER BY t10.k0 DESC) AS n
FROM (SELECT near.id AS id, near.k0 AS k0
FROM near
WHERE (SELECT count(*) AS count_1
FROM near) > 50 UNION ALL SELECT t9.id AS id, t9.k0 AS k0
FROM (SELECT t1.id AS id, t1.id AS k0
FROM ws_demo.account AS t1
WHERE t1.deleted_at IS NULL AND (EXISTS (SELECT 1
FROM ws_demo.deal AS t2
WHERE t2.account = t1.id AND t2.deleted_at IS NULL AND t2.outcome = CAST($1 AS text))) ORDER BY t1.id DESC
 LIMIT 51) AS t9
WHERE (SELECT count(*) AS count_1
FROM near) <= 50) AS t10)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t11.id, 'version', t11.version, 'name', t11.name) ORDER BY t12.n) AS json_agg_1
FROM page AS t12 JOIN ws_demo.account AS t11 ON t11.id = t12.id
WHERE t12.n <= 50), CAST('[]' AS JSON)), 'total', NULL, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('ac9f0c70', CAST(t13.k0 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t13
WHERE t13.n = 50 AND (EXISTS (SELECT 1
FROM page AS t14
WHERE t14.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
-- $1: str
