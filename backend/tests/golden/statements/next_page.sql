WITH page AS
(SELECT t6.id AS id, t6.k0 AS k0, t6.k1 AS k1, row_number() OVER (ORDER BY t6.k0 DESC NULLS LAST, t6.k1 DESC) AS n
FROM (SELECT t4.id AS id, t4.k0 AS k0, t4.k1 AS k1
FROM (SELECT t1.id AS id, t1.expected_close AS k0, t1.id AS k1
FROM ws_demo.deal AS t1
WHERE t1.deleted_at IS NULL AND t1.owner = ANY (CAST($1 AS uuid[])) AND t1.stage = ANY (CAST($2 AS text[])) AND t1.amount__base > CAST($3 AS numeric) AND (t1.expected_close, t1.id) < (CAST($4 AS date), CAST($5 AS uuid)) ORDER BY t1.expected_close DESC NULLS LAST, t1.id DESC
 LIMIT 51) AS t4 UNION ALL SELECT t5.id AS id, t5.k0 AS k0, t5.k1 AS k1
FROM (SELECT t2.id AS id, t2.expected_close AS k0, t2.id AS k1
FROM ws_demo.deal AS t2
WHERE t2.deleted_at IS NULL AND t2.owner = ANY (CAST($1 AS uuid[])) AND t2.stage = ANY (CAST($2 AS text[])) AND t2.amount__base > CAST($3 AS numeric) AND t2.expected_close IS NULL ORDER BY t2.expected_close DESC NULLS LAST, t2.id DESC
 LIMIT 51) AS t5
 LIMIT 51) AS t6)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t7.id, 'version', t7.version, 'name', t7.name) ORDER BY t8.n) AS json_agg_1
FROM page AS t8 JOIN ws_demo.deal AS t7 ON t7.id = t8.id
WHERE t8.n <= 50), CAST('[]' AS JSON)), 'total', NULL, 'capped', false, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('1fc698bd', CAST(t9.k0 AS TEXT), CAST(t9.k1 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t9
WHERE t9.n = 50 AND (EXISTS (SELECT 1
FROM page AS t10
WHERE t10.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
-- $1: list
-- $2: list
-- $3: Decimal
-- $4: date
-- $5: UUID
