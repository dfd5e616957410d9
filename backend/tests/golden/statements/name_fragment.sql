WITH page AS
(SELECT t3.id AS id, t3.k0 AS k0, t3.k1 AS k1, row_number() OVER (ORDER BY t3.k0 ASC, t3.k1 ASC) AS n
FROM (SELECT t2.id AS id, t2.k0 AS k0, t2.k1 AS k1
FROM (SELECT t1.id AS id, t1.name__sort AS k0, t1.id AS k1
FROM ws_demo.account AS t1
WHERE t1.deleted_at IS NULL AND t1.name ILIKE CAST($1 AS text)
 LIMIT ALL OFFSET 0) AS t2 ORDER BY t2.k0 ASC, t2.k1 ASC
 LIMIT 21) AS t3)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t4.id, 'version', t4.version, 'name', t4.name, 'address.city', t4.address__city, 'email', t4.email) ORDER BY t5.n) AS json_agg_1
FROM page AS t5 JOIN ws_demo.account AS t4 ON t4.id = t5.id
WHERE t5.n <= 20), CAST('[]' AS JSON)), 'total', NULL, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('e5cd07b0', CAST(t6.k0 AS TEXT), CAST(t6.k1 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t6
WHERE t6.n = 20 AND (EXISTS (SELECT 1
FROM page AS t7
WHERE t7.n > 20)))) AS TEXT), 'UTF8') AS convert_to_1
-- $1: str
