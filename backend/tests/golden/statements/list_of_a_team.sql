WITH page AS
(SELECT t1.id AS id, t1.k0 AS k0, t1.k1 AS k1, row_number() OVER (ORDER BY t1.k0 DESC NULLS LAST, t1.k1 DESC) AS n
FROM (SELECT t0.id AS id, t0.expected_close AS k0, t0.id AS k1
FROM ws_demo.deal AS t0
WHERE t0.deleted_at IS NULL AND t0.owner = ANY (CAST($1 AS uuid[])) AND t0.stage = ANY (CAST($2 AS text[])) AND t0.amount__base > CAST($3 AS numeric) ORDER BY t0.expected_close DESC NULLS LAST, t0.id DESC
 LIMIT 51) AS t1)
 SELECT convert_to(CAST(json_build_object('items', coalesce((SELECT json_agg(json_build_object('id', t2.id, 'version', t2.version, 'name', t2.name, 'account', CASE WHEN (t2.account IS NOT NULL) THEN json_build_object('id', t2.account, 'label', t3.name) ELSE NULL END, 'owner', CASE WHEN (t2.owner IS NOT NULL) THEN json_build_object('id', t2.owner, 'label', t4.name) ELSE NULL END, 'stage', t2.stage, 'amount', CASE WHEN (t2.amount IS NOT NULL) THEN jsonb_build_object('amount', t2.amount, 'currency', t2.amount__currency, 'base', t2.amount__base) ELSE NULL END, 'expected_close', t2.expected_close, 'probability', t2.probability) ORDER BY t5.n) AS json_agg_1
FROM page AS t5 JOIN (ws_demo.deal AS t2 LEFT OUTER JOIN ws_demo.account AS t3 ON t3.id = t2.account LEFT OUTER JOIN ws_demo."user" AS t4 ON t4.id = t2.owner) ON t2.id = t5.id
WHERE t5.n <= 50), CAST('[]' AS JSON)), 'total', least(t10.n, 1000), 'capped', t10.n > 1000, 'next', (SELECT translate(encode(convert_to(CAST(json_build_array('1fc698bd', CAST(t6.k0 AS TEXT), CAST(t6.k1 AS TEXT)) AS TEXT), 'UTF8'), 'base64'), '+/=
', '-_') AS translate_1
FROM page AS t6
WHERE t6.n = 50 AND (EXISTS (SELECT 1
FROM page AS t7
WHERE t7.n > 50)))) AS TEXT), 'UTF8') AS convert_to_1
FROM (SELECT count(*) AS n
FROM (SELECT 1
FROM ws_demo.deal AS t8
WHERE t8.deleted_at IS NULL AND t8.owner = ANY (CAST($1 AS uuid[])) AND t8.stage = ANY (CAST($2 AS text[])) AND t8.amount__base > CAST($3 AS numeric)
 LIMIT 1001) AS t9) AS t10
-- $1: list
-- $2: list
-- $3: Decimal
