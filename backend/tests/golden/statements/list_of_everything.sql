WITH page AS
(SELECT t2.id AS id, t2.k0 AS k0, row_number() OVER (ORDER BY t2.k0 DESC) AS n
FROM (SELECT t1.id AS id, t1.id AS k0
FROM ws_demo.deal AS t1
WHERE t1.deleted_at IS NULL ORDER BY t1.id DESC
 LIMIT 51) AS t2)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t3.id, 'version', t3.version, 'name', t3.name) ORDER BY t4.n) AS json_agg_1
FROM page AS t4 JOIN ws_demo.deal AS t3 ON t3.id = t4.id
WHERE t4.n <= 50), CAST('[]' AS JSON)), 'total', t8.n, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('3da622b7', CAST(t5.k0 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t5
WHERE t5.n = 50 AND (EXISTS (SELECT 1
FROM page AS t6
WHERE t6.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
FROM (SELECT count(*) AS n
FROM ws_demo.deal AS t7
WHERE t7.deleted_at IS NULL) AS t8
