WITH near AS
(SELECT t6.id AS id, t6.expected_close AS k0, t6.id AS k1
FROM (SELECT t4.id AS id, t4.amount__base AS amount__base, t4.stage AS stage, t4.expected_close AS expected_close, t4.owner AS owner
FROM ws_demo.deal AS t4
WHERE t4.deleted_at IS NULL ORDER BY t4.expected_close DESC NULLS LAST, t4.id DESC
 LIMIT 4000) AS t6
WHERE t6.owner = ANY (CAST($1 AS uuid[])) AND t6.stage = ANY (CAST($2 AS text[])) AND t6.amount__base > CAST($3 AS numeric) ORDER BY t6.expected_close DESC NULLS LAST, t6.id DESC
 LIMIT 51),
page AS
(SELECT t8.id AS id, t8.k0 AS k0, t8.k1 AS k1, row_number() OVER (ORDER BY t8.k0 DESC NULLS LAST, t8.k1 DESC) AS n
FROM (SELECT near.id AS id, near.k0 AS k0, near.k1 AS k1
FROM near
WHERE (SELECT count(*) AS count_1
FROM near) > 50 UNION ALL SELECT t7.id AS id, t7.k0 AS k0, t7.k1 AS k1
FROM (SELECT t2.id AS id, t2.k0 AS k0, t2.k1 AS k1
FROM (SELECT t1.id AS id, t1.expected_close AS k0, t1.id AS k1
FROM ws_demo.deal AS t1
WHERE t1.deleted_at IS NULL AND t1.owner = ANY (CAST($1 AS uuid[])) AND t1.stage = ANY (CAST($2 AS text[])) AND t1.amount__base > CAST($3 AS numeric)
 LIMIT ALL OFFSET 0) AS t2 ORDER BY t2.k0 DESC NULLS LAST, t2.k1 DESC
 LIMIT 51) AS t7
WHERE (SELECT count(*) AS count_1
FROM near) <= 50) AS t8)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t9.id, 'version', t9.version, 'name', t9.name, 'account', CASE WHEN (t9.account IS NOT NULL) THEN CASE WHEN (t10.deleted_at IS NOT NULL) THEN json_build_object('id', t9.account, 'label', t10.name, 'deleted', true) ELSE json_build_object('id', t9.account, 'label', t10.name) END ELSE NULL END, 'owner', CASE WHEN (t9.owner IS NOT NULL) THEN CASE WHEN (t11.deleted_at IS NOT NULL) THEN json_build_object('id', t9.owner, 'label', t11.name, 'deleted', true) ELSE json_build_object('id', t9.owner, 'label', t11.name) END ELSE NULL END, 'stage', t9.stage, 'amount', CASE WHEN (t9.amount IS NOT NULL) THEN jsonb_build_object('amount', t9.amount, 'currency', t9.amount__currency, 'base', t9.amount__base) ELSE NULL END, 'expected_close', t9.expected_close, 'probability', t9.probability) ORDER BY t12.n) AS json_agg_1
FROM page AS t12 JOIN (ws_demo.deal AS t9 LEFT OUTER JOIN ws_demo.account AS t10 ON t10.id = t9.account LEFT OUTER JOIN ws_demo."user" AS t11 ON t11.id = t9.owner) ON t9.id = t12.id
WHERE t12.n <= 50), CAST('[]' AS JSON)), 'total', least(t17.n, 1000), 'capped', t17.n > 1000, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('1fc698bd', CAST(t13.k0 AS TEXT), CAST(t13.k1 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t13
WHERE t13.n = 50 AND (EXISTS (SELECT 1
FROM page AS t14
WHERE t14.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
FROM (SELECT count(*) AS n
FROM (SELECT 1
FROM ws_demo.deal AS t15
WHERE t15.deleted_at IS NULL AND t15.owner = ANY (CAST($1 AS uuid[])) AND t15.stage = ANY (CAST($2 AS text[])) AND t15.amount__base > CAST($3 AS numeric)
 LIMIT 1001) AS t16) AS t17
-- $1: list
-- $2: list
-- $3: Decimal
