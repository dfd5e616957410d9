WITH page AS
(SELECT t2.id AS id, t2.k0 AS k0, t2.k1 AS k1, row_number() OVER (ORDER BY t2.k0 ASC, t2.k1 ASC) AS n
FROM (SELECT t1.id AS id, t1.k0 AS k0, t1.k1 AS k1
FROM (SELECT t0.id AS id, t0.name__sort AS k0, t0.id AS k1
FROM ws_demo.account AS t0
WHERE t0.deleted_at IS NULL AND t0.name ILIKE CAST($1 AS text)
 LIMIT ALL OFFSET 0) AS t1 ORDER BY t1.k0 ASC, t1.k1 ASC
 LIMIT 21) AS t2)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t3.id, 'version', t3.version, 'name', t3.name, 'address.city', t3.address__city, 'email', t3.email) ORDER BY t4.n) AS json_agg_1
FROM page AS t4 JOIN ws_demo.account AS t3 ON t3.id = t4.id
WHERE t4.n <= 20), CAST('[]' AS JSON)), 'total', NULL, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('e5cd07b0', CAST(t5.k0 AS TEXT), CAST(t5.k1 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t5
WHERE t5.n = 20 AND (EXISTS (SELECT 1
FROM page AS t6
WHERE t6.n > 20)))) AS TEXT), 'UTF8') AS convert_to_1
-- $1: str
