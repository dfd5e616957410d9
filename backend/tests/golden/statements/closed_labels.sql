WITH page AS
(SELECT t1.id AS id, t1.k0 AS k0, row_number() OVER (ORDER BY t1.k0 DESC) AS n
FROM (SELECT t0.id AS id, t0.id AS k0
FROM ws_demo.deal AS t0
WHERE t0.deleted_at IS NULL AND t0.owner = ANY (CAST($1 AS uuid[])) ORDER BY t0.id DESC
 LIMIT 51) AS t1)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t2.id, 'version', t2.version, 'contact', CASE WHEN (t2.contact IS NOT NULL) THEN CASE WHEN (t3.id IS NOT NULL) THEN json_build_object('id', t2.contact, 'label', t3.name) ELSE json_build_object('id', t2.contact, 'label', NULL, 'closed', true) END ELSE NULL END, 'contact.email', t3.email) ORDER BY t4.n) AS json_agg_1
FROM page AS t4 JOIN (ws_demo.deal AS t2 LEFT OUTER JOIN ws_demo.contact AS t3 ON t3.id = t2.contact AND t3.owner = CAST($2 AS uuid)) ON t2.id = t4.id
WHERE t4.n <= 50), CAST('[]' AS JSON)), 'total', NULL, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('3da622b7', CAST(t5.k0 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t5
WHERE t5.n = 50 AND (EXISTS (SELECT 1
FROM page AS t6
WHERE t6.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
-- $1: list
-- $2: UUID
