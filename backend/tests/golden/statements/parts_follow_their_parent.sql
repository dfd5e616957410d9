WITH near AS
(SELECT t8.id AS id, t8.id AS k0
FROM (SELECT t5.id AS id, t5.deal AS deal
FROM ws_demo.deal_step AS t5
WHERE t5.deleted_at IS NULL ORDER BY t5.id DESC
 LIMIT 4000) AS t8 LEFT OUTER JOIN ws_demo.deal AS t9 ON t9.id = t8.deal
WHERE t9.owner = ANY (CAST($1 AS uuid[])) ORDER BY t8.id DESC
 LIMIT 51),
page AS
(SELECT t11.id AS id, t11.k0 AS k0, row_number() OVER (ORDER BY t11.k0 DESC) AS n
FROM (SELECT near.id AS id, near.k0 AS k0
FROM near
WHERE (SELECT count(*) AS count_1
FROM near) > 50 UNION ALL SELECT t10.id AS id, t10.k0 AS k0
FROM (SELECT t3.id AS id, t3.k0 AS k0
FROM (SELECT t1.id AS id, t1.id AS k0
FROM ws_demo.deal_step AS t1 LEFT OUTER JOIN ws_demo.deal AS t2 ON t2.id = t1.deal
WHERE t1.deleted_at IS NULL AND t2.owner = ANY (CAST($1 AS uuid[]))
 LIMIT ALL OFFSET 0) AS t3 ORDER BY t3.k0 DESC
 LIMIT 51) AS t10
WHERE (SELECT count(*) AS count_1
FROM near) <= 50) AS t11)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t12.id, 'version', t12.version, 'name', t12.name) ORDER BY t13.n) AS json_agg_1
FROM page AS t13 JOIN ws_demo.deal_step AS t12 ON t12.id = t13.id
WHERE t13.n <= 50), CAST('[]' AS JSON)), 'total', NULL, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('c4963a60', CAST(t14.k0 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t14
WHERE t14.n = 50 AND (EXISTS (SELECT 1
FROM page AS t15
WHERE t15.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
-- $1: list
