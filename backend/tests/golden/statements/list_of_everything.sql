WITH page AS
(SELECT t1.id AS id, t1.k0 AS k0, row_number() OVER (ORDER BY t1.k0 DESC) AS n
FROM (SELECT t0.id AS id, t0.id AS k0
FROM ws_demo.deal AS t0
WHERE t0.deleted_at IS NULL ORDER BY t0.id DESC
 LIMIT 51) AS t1)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t2.id, 'version', t2.version, 'name', t2.name) ORDER BY t3.n) AS json_agg_1
FROM page AS t3 JOIN ws_demo.deal AS t2 ON t2.id = t3.id
WHERE t3.n <= 50), CAST('[]' AS JSON)), 'total', t7.n, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('3da622b7', CAST(t4.k0 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t4
WHERE t4.n = 50 AND (EXISTS (SELECT 1
FROM page AS t5
WHERE t5.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
FROM (SELECT count(*) AS n
FROM ws_demo.deal AS t6
WHERE t6.deleted_at IS NULL) AS t7
