WITH near AS
(SELECT t11.id AS id, t11.expected_close AS k0, t11.id AS k1
FROM (SELECT t9.id AS id, t9.amount__base AS amount__base, t9.stage AS stage, t9.expected_close AS expected_close, t9.owner AS owner
FROM ws_demo.deal AS t9
WHERE t9.deleted_at IS NULL AND (t9.expected_close, t9.id) < (CAST($1 AS date), CAST($2 AS uuid)) ORDER BY t9.expected_close DESC NULLS LAST, t9.id DESC
 LIMIT 4000) AS t11
WHERE t11.owner = ANY (CAST($3 AS uuid[])) AND t11.stage = ANY (CAST($4 AS text[])) AND t11.amount__base > CAST($5 AS numeric) ORDER BY t11.expected_close DESC NULLS LAST, t11.id DESC
 LIMIT 51),
page AS
(SELECT t13.id AS id, t13.k0 AS k0, t13.k1 AS k1, row_number() OVER (ORDER BY t13.k0 DESC NULLS LAST, t13.k1 DESC) AS n
FROM (SELECT near.id AS id, near.k0 AS k0, near.k1 AS k1
FROM near
WHERE (SELECT count(*) AS count_1
FROM near) > 50 UNION ALL SELECT t12.id AS id, t12.k0 AS k0, t12.k1 AS k1
FROM (SELECT t7.id AS id, t7.k0 AS k0, t7.k1 AS k1
FROM (SELECT t5.id AS id, t5.k0 AS k0, t5.k1 AS k1
FROM (SELECT t2.id AS id, t2.k0 AS k0, t2.k1 AS k1
FROM (SELECT t1.id AS id, t1.expected_close AS k0, t1.id AS k1
FROM ws_demo.deal AS t1
WHERE t1.deleted_at IS NULL AND t1.owner = ANY (CAST($3 AS uuid[])) AND t1.stage = ANY (CAST($4 AS text[])) AND t1.amount__base > CAST($5 AS numeric) AND (t1.expected_close, t1.id) < (CAST($1 AS date), CAST($2 AS uuid))
 LIMIT ALL OFFSET 0) AS t2 ORDER BY t2.k0 DESC NULLS LAST, t2.k1 DESC
 LIMIT 51) AS t5 UNION ALL SELECT t6.id AS id, t6.k0 AS k0, t6.k1 AS k1
FROM (SELECT t4.id AS id, t4.k0 AS k0, t4.k1 AS k1
FROM (SELECT t3.id AS id, t3.expected_close AS k0, t3.id AS k1
FROM ws_demo.deal AS t3
WHERE t3.deleted_at IS NULL AND t3.owner = ANY (CAST($3 AS uuid[])) AND t3.stage = ANY (CAST($4 AS text[])) AND t3.amount__base > CAST($5 AS numeric) AND t3.expected_close IS NULL
 LIMIT ALL OFFSET 0) AS t4 ORDER BY t4.k0 DESC NULLS LAST, t4.k1 DESC
 LIMIT 51) AS t6
 LIMIT 51) AS t7) AS t12
WHERE (SELECT count(*) AS count_1
FROM near) <= 50) AS t13)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t14.id, 'version', t14.version, 'name', t14.name) ORDER BY t15.n) AS json_agg_1
FROM page AS t15 JOIN ws_demo.deal AS t14 ON t14.id = t15.id
WHERE t15.n <= 50), CAST('[]' AS JSON)), 'total', NULL, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('1fc698bd', CAST(t16.k0 AS TEXT), CAST(t16.k1 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t16
WHERE t16.n = 50 AND (EXISTS (SELECT 1
FROM page AS t17
WHERE t17.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
-- $1: date
-- $2: UUID
-- $3: list
-- $4: list
-- $5: Decimal
