WITH near AS
(SELECT t6.id AS id, t6.id AS k0
FROM (SELECT t4.id AS id, t4.owner AS owner
FROM ws_demo.deal AS t4
WHERE t4.deleted_at IS NULL ORDER BY t4.id DESC
 LIMIT 4000) AS t6
WHERE t6.owner = ANY (CAST($1 AS uuid[])) ORDER BY t6.id DESC
 LIMIT 51),
page AS
(SELECT t8.id AS id, t8.k0 AS k0, row_number() OVER (ORDER BY t8.k0 DESC) AS n
FROM (SELECT near.id AS id, near.k0 AS k0
FROM near
WHERE (SELECT count(*) AS count_1
FROM near) > 50 UNION ALL SELECT t7.id AS id, t7.k0 AS k0
FROM (SELECT t2.id AS id, t2.k0 AS k0
FROM (SELECT t1.id AS id, t1.id AS k0
FROM ws_demo.deal AS t1
WHERE t1.deleted_at IS NULL AND t1.owner = ANY (CAST($1 AS uuid[]))
 LIMIT ALL OFFSET 0) AS t2 ORDER BY t2.k0 DESC
 LIMIT 51) AS t7
WHERE (SELECT count(*) AS count_1
FROM near) <= 50) AS t8)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t9.id, 'version', t9.version, 'contact', CASE WHEN (t9.contact IS NOT NULL) THEN CASE WHEN (t10.deleted_at IS NOT NULL) THEN json_build_object('id', t9.contact, 'label', t10.name, 'deleted', true) WHEN (t10.id IS NOT NULL) THEN json_build_object('id', t9.contact, 'label', t10.name) ELSE json_build_object('id', t9.contact, 'label', NULL, 'closed', true) END ELSE NULL END, 'contact.email', t10.email) ORDER BY t11.n) AS json_agg_1
FROM page AS t11 JOIN (ws_demo.deal AS t9 LEFT OUTER JOIN ws_demo.contact AS t10 ON t10.id = t9.contact AND t10.owner = CAST($2 AS uuid)) ON t9.id = t11.id
WHERE t11.n <= 50), CAST('[]' AS JSON)), 'total', NULL, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('3da622b7', CAST(t12.k0 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t12
WHERE t12.n = 50 AND (EXISTS (SELECT 1
FROM page AS t13
WHERE t13.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
-- $1: list
-- $2: UUID
