SELECT convert_to(CAST(json_build_object('id', t0.id, 'version', t0.version, 'name', t0.name, 'account', CASE WHEN (t0.account IS NOT NULL) THEN json_build_object('id', t0.account, 'label', t1.name) ELSE NULL END, 'contact', CASE WHEN (t0.contact IS NOT NULL) THEN CASE WHEN (t2.id IS NOT NULL) THEN json_build_object('id', t0.contact, 'label', t2.name) ELSE json_build_object('id', t0.contact, 'label', NULL, 'closed', true) END ELSE NULL END, 'amount', CASE WHEN (t0.amount IS NOT NULL) THEN jsonb_build_object('amount', t0.amount, 'currency', t0.amount__currency, 'base', t0.amount__base) ELSE NULL END, 'owner', CASE WHEN (t0.owner IS NOT NULL) THEN json_build_object('id', t0.owner, 'label', t3.name) ELSE NULL END) AS TEXT), 'UTF8') AS convert_to_1
FROM ws_demo.deal AS t0 LEFT OUTER JOIN ws_demo.account AS t1 ON t1.id = t0.account LEFT OUTER JOIN ws_demo.contact AS t2 ON t2.id = t0.contact AND t2.owner = CAST($1 AS uuid) LEFT OUTER JOIN ws_demo."user" AS t3 ON t3.id = t0.owner
WHERE t0.id = CAST($2 AS uuid) AND t0.owner = ANY (CAST($3 AS uuid[])) AND t0.deleted_at IS NULL
-- $1: UUID
-- $2: UUID
-- $3: list
