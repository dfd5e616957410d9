CREATE SCHEMA kith;
CREATE SCHEMA ws_acme;
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;
COMMENT ON EXTENSION btree_gin IS 'support for indexing common datatypes in GIN';
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';
CREATE FUNCTION ws_acme._refuse(code text, detail text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    raise exception using errcode = 'KR001', message = code, detail = detail;
end $$;
CREATE TABLE kith.credential (
    workspace uuid NOT NULL,
    user_id uuid NOT NULL,
    password text,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    invitation bytea,
    invited_until timestamp with time zone
);
CREATE TABLE kith.job (
    id uuid DEFAULT uuidv7() NOT NULL,
    workspace text NOT NULL,
    actor uuid,
    name text NOT NULL,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    done bigint DEFAULT 0 NOT NULL,
    total bigint,
    message text DEFAULT ''::text NOT NULL,
    result jsonb,
    cancel_requested boolean DEFAULT false NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    CONSTRAINT job_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE TABLE kith.migration (
    name text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE kith.preference (
    workspace uuid NOT NULL,
    user_id uuid NOT NULL,
    theme text,
    density text
);
CREATE TABLE kith.session (
    id bytea NOT NULL,
    workspace uuid NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    agent text DEFAULT ''::text NOT NULL,
    address text DEFAULT ''::text NOT NULL
);
CREATE TABLE kith.token (
    id uuid DEFAULT uuidv7() NOT NULL,
    hash bytea NOT NULL,
    workspace uuid NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    scopes text[] NOT NULL,
    hint text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone,
    expires_at timestamp with time zone
);
CREATE TABLE kith.workspace (
    id uuid DEFAULT uuidv7() NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    schema_name text NOT NULL,
    base_currency text DEFAULT 'USD'::text NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    timezone text DEFAULT 'UTC'::text NOT NULL,
    fiscal_start integer DEFAULT 1 NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    catalog_version bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT workspace_fiscal_start_check CHECK (((fiscal_start >= 1) AND (fiscal_start <= 12))),
    CONSTRAINT workspace_slug_check CHECK ((slug ~ '^[a-z][a-z0-9_]{0,40}$'::text))
);
CREATE TABLE ws_acme._aside (
    id uuid DEFAULT uuidv7() NOT NULL,
    object text NOT NULL,
    field text NOT NULL,
    reason text NOT NULL,
    names jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT _aside_reason_check CHECK ((reason = ANY (ARRAY['removed'::text, 'converted'::text])))
);
CREATE TABLE ws_acme._batch (
    id uuid NOT NULL,
    kind text NOT NULL,
    actor uuid,
    object text,
    label text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    items uuid[],
    done integer DEFAULT 0 NOT NULL,
    written integer DEFAULT 0 NOT NULL,
    undone_by uuid
);
COMMENT ON COLUMN ws_acme._batch.items IS 'What a bulk job works through; `done` moves in the same transaction as the work.';
CREATE TABLE ws_acme._change (
    id bigint NOT NULL,
    tx xid8 DEFAULT pg_current_xact_id() NOT NULL,
    at timestamp with time zone NOT NULL,
    actor uuid,
    object text NOT NULL,
    record uuid NOT NULL,
    action text NOT NULL,
    version integer NOT NULL,
    before jsonb,
    after jsonb,
    batch uuid,
    origin text NOT NULL,
    undone_by bigint
)
WITH (autovacuum_vacuum_insert_scale_factor='0.05');
ALTER TABLE ws_acme._change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ws_acme._change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE ws_acme._consumer (
    name text NOT NULL,
    tx xid8 NOT NULL,
    id bigint NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    retry_at timestamp with time zone,
    error text
);
CREATE TABLE ws_acme._field (
    id uuid DEFAULT uuidv7() NOT NULL,
    object text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT ''::text NOT NULL,
    custom boolean NOT NULL,
    data jsonb DEFAULT '{}'::jsonb NOT NULL,
    "position" bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    removed_at timestamp with time zone,
    removed_by uuid
);
ALTER TABLE ws_acme._field ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ws_acme._field_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE ws_acme._file (
    id uuid DEFAULT uuidv7() NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    type text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid
);
CREATE TABLE ws_acme._idempotency (
    actor uuid NOT NULL,
    key text NOT NULL,
    request bytea NOT NULL,
    response text NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE ws_acme._migration (
    name text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE ws_acme._object (
    id uuid DEFAULT uuidv7() NOT NULL,
    name text NOT NULL,
    custom boolean NOT NULL,
    data jsonb DEFAULT '{}'::jsonb NOT NULL,
    "position" bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    removed_at timestamp with time zone,
    removed_by uuid
);
ALTER TABLE ws_acme._object ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ws_acme._object_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE ws_acme._parked (
    consumer text NOT NULL,
    change bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    error text NOT NULL
);
CREATE TABLE ws_acme._profile (
    name text NOT NULL,
    data jsonb NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_by uuid,
    CONSTRAINT _profile_name_check CHECK ((name ~ '^[a-z][a-z0-9_]{0,47}$'::text))
);
CREATE TABLE ws_acme._rate (
    currency text NOT NULL,
    day date NOT NULL,
    rate numeric NOT NULL,
    CONSTRAINT _rate_rate_check CHECK ((rate > (0)::numeric))
);
CREATE TABLE ws_acme._search (
    record uuid NOT NULL,
    object text NOT NULL,
    owner uuid,
    title text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    spoken text DEFAULT ''::text NOT NULL,
    tokens text[] NOT NULL,
    body text NOT NULL,
    updated timestamp with time zone NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05');
COMMENT ON COLUMN ws_acme._search.owner IS 'Whose record it is for rights: its owner, its parent''s owner, or its maker.';
COMMENT ON COLUMN ws_acme._search.key IS 'The title folded: exact and leading matches.';
COMMENT ON COLUMN ws_acme._search.spoken IS 'Pinyin of the title, and its initials.';
COMMENT ON COLUMN ws_acme._search.tokens IS 'What trigrams cannot find: Chinese characters and pairs, the first letters of words.';
COMMENT ON COLUMN ws_acme._search.body IS 'Folded text of the searchable fields, each after a mark of its own.';
CREATE TABLE ws_acme._view (
    id uuid DEFAULT uuidv7() NOT NULL,
    object text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    query jsonb NOT NULL,
    columns jsonb NOT NULL,
    group_by text,
    sharing text NOT NULL,
    pinned boolean DEFAULT false NOT NULL,
    owner uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT _view_kind_check CHECK ((kind = ANY (ARRAY['list'::text, 'board'::text, 'calendar'::text]))),
    CONSTRAINT _view_sharing_check CHECK ((sharing = ANY (ARRAY['private'::text, 'shared'::text])))
);
CREATE SEQUENCE ws_acme.every__auto_number__seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE ws_acme.every (
    id uuid DEFAULT uuidv7() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    deleted_at timestamp with time zone,
    text text,
    text__sort text,
    long_text text,
    rich_text text,
    "integer" bigint,
    number numeric,
    percent numeric,
    money numeric,
    money__currency text,
    money__base numeric,
    date date,
    datetime timestamp with time zone,
    checkbox boolean DEFAULT false,
    choice text,
    multi_choice text[],
    link uuid,
    parent uuid,
    email text,
    phone text,
    url text,
    address__street text,
    address__city text,
    address__region text,
    address__postal text,
    address__country text,
    address__lat double precision,
    address__lng double precision,
    place__lat double precision,
    place__lng double precision,
    auto_number text DEFAULT ('E-'::text || to_char(nextval('ws_acme.every__auto_number__seq'::regclass), 'FM999999999999900000'::text)),
    formula text GENERATED ALWAYS AS (lower(text)),
    rollup numeric,
    file uuid,
    image uuid,
    "user" uuid,
    tags text[],
    "json" jsonb,
    owner uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_by uuid
);
COMMENT ON COLUMN ws_acme.every.formula IS 'kith:497adc56d22b56ef';
CREATE TABLE ws_acme.every__links (
    source uuid NOT NULL,
    target uuid NOT NULL
);
CREATE TABLE ws_acme.org_unit (
    id uuid DEFAULT uuidv7() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    deleted_at timestamp with time zone,
    name text,
    name__sort text,
    parent uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_by uuid
);
CREATE TABLE ws_acme."user" (
    id uuid DEFAULT uuidv7() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    deleted_at timestamp with time zone,
    name text,
    name__sort text,
    email text,
    title text,
    title__sort text,
    phone text,
    manager uuid,
    unit uuid,
    profile text,
    profile__sort text,
    active boolean DEFAULT true,
    locale text,
    locale__sort text,
    timezone text,
    timezone__sort text,
    photo uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by uuid,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_by uuid
);
INSERT INTO kith.migration VALUES ('0001_workspace', '2026-11-22 13:01:12.002009+00');
INSERT INTO kith.migration VALUES ('0101_identity', '2026-11-22 13:01:12.002009+00');
INSERT INTO kith.migration VALUES ('0102_preference', '2026-11-22 13:01:12.002009+00');
INSERT INTO kith.migration VALUES ('0201_jobs', '2026-11-22 13:01:12.002009+00');
INSERT INTO kith.workspace VALUES ('01a20358-aa94-70d0-918a-6487cdbd85b4', 'acme', 'Acme', 'ws_acme', 'EUR', 'en', 'UTC', 1, '{}', 1795352472212073, '2026-11-22 13:01:12.002009+00');
INSERT INTO ws_acme._migration VALUES ('0001_definitions', '2026-11-22 13:01:12.002009+00');
INSERT INTO ws_acme._migration VALUES ('0100_changes', '2026-11-22 13:01:12.002009+00');
INSERT INTO ws_acme._migration VALUES ('0200_profiles', '2026-11-22 13:01:12.002009+00');
INSERT INTO ws_acme._migration VALUES ('0300_views', '2026-11-22 13:01:12.002009+00');
INSERT INTO ws_acme._migration VALUES ('0400_search', '2026-11-22 13:01:12.002009+00');
INSERT INTO ws_acme._migration VALUES ('0500_files', '2026-11-22 13:01:12.002009+00');
INSERT INTO ws_acme._migration VALUES ('0501_file_keys', '2026-11-22 13:01:12.002009+00');
INSERT INTO ws_acme.every VALUES ('01a20358-ad80-759c-b5af-e78c55757c4e', 1, NULL, 'Row 1', 'row 1', NULL, NULL, NULL, 1, NULL, 1, 'EUR', 1, '2026-01-02', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00001', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-75f8-9819-1623f181bece', 1, NULL, 'Row 2', 'row 2', NULL, NULL, NULL, 2, NULL, 2, 'EUR', 2, '2026-01-03', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00002', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7742-ac1f-379528683720', 1, NULL, 'Row 3', 'row 3', NULL, NULL, NULL, 3, NULL, 3, 'EUR', 3, '2026-01-04', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00003', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7797-9ae3-4a3945090f00', 1, NULL, 'Row 4', 'row 4', NULL, NULL, NULL, 4, NULL, 4, 'EUR', 4, '2026-01-05', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00004', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-77e7-8a45-fba6e60ab6ec', 1, NULL, 'Row 5', 'row 5', NULL, NULL, NULL, 5, NULL, 5, 'EUR', 5, '2026-01-06', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00005', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7913-8425-53acd034d38d', 1, NULL, 'Row 6', 'row 6', NULL, NULL, NULL, 6, NULL, 6, 'EUR', 6, '2026-01-07', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00006', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7982-8998-d475765ce8bb', 1, NULL, 'Row 7', 'row 7', NULL, NULL, NULL, 7, NULL, 7, 'EUR', 7, '2026-01-08', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00007', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-79c8-9197-a9421876f583', 1, NULL, 'Row 8', 'row 8', NULL, NULL, NULL, 8, NULL, 8, 'EUR', 8, '2026-01-09', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00008', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7a13-9c83-62fcc9094540', 1, NULL, 'Row 9', 'row 9', NULL, NULL, NULL, 9, NULL, 9, 'EUR', 9, '2026-01-10', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00009', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7a5b-91d5-3b61df919223', 1, NULL, 'Row 10', 'row 10', NULL, NULL, NULL, 10, NULL, 10, 'EUR', 10, '2026-01-11', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00010', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7aaa-8ed8-cfe77bc15b88', 1, NULL, 'Row 11', 'row 11', NULL, NULL, NULL, 11, NULL, 11, 'EUR', 11, '2026-01-12', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00011', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7af5-bdd6-27f1d691609d', 1, NULL, 'Row 12', 'row 12', NULL, NULL, NULL, 12, NULL, 12, 'EUR', 12, '2026-01-13', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00012', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7b3e-8b50-fa7aa6d065c1', 1, NULL, 'Row 13', 'row 13', NULL, NULL, NULL, 13, NULL, 13, 'EUR', 13, '2026-01-14', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00013', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7b88-873f-707ccd758b3a', 1, NULL, 'Row 14', 'row 14', NULL, NULL, NULL, 14, NULL, 14, 'EUR', 14, '2026-01-15', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00014', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7bcf-8da5-1e64baa2644e', 1, NULL, 'Row 15', 'row 15', NULL, NULL, NULL, 15, NULL, 15, 'EUR', 15, '2026-01-16', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00015', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7c17-955f-2e41bd946c56', 1, NULL, 'Row 16', 'row 16', NULL, NULL, NULL, 16, NULL, 16, 'EUR', 16, '2026-01-17', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00016', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7c63-92e1-d3cec1829c38', 1, NULL, 'Row 17', 'row 17', NULL, NULL, NULL, 17, NULL, 17, 'EUR', 17, '2026-01-18', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00017', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7cab-8e67-0b302f9a5da6', 1, NULL, 'Row 18', 'row 18', NULL, NULL, NULL, 18, NULL, 18, 'EUR', 18, '2026-01-19', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00018', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7cf6-9b37-b05908991edd', 1, NULL, 'Row 19', 'row 19', NULL, NULL, NULL, 19, NULL, 19, 'EUR', 19, '2026-01-20', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00019', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme.every VALUES ('01a20358-ad81-7d84-8c66-f5b4832df2b8', 1, NULL, 'Row 20', 'row 20', NULL, NULL, NULL, 20, NULL, 20, 'EUR', 20, '2026-01-21', NULL, false, 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'E-00020', DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
INSERT INTO ws_acme."user" VALUES ('01a20358-ad7f-7b01-8dd3-727e61977cb3', 1, NULL, 'Ada', 'ada', 'ada@example.com', NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, NULL, NULL, NULL, NULL, NULL, '2026-11-22 13:01:12.002009+00', NULL, '2026-11-22 13:01:12.002009+00', NULL);
SELECT pg_catalog.setval('ws_acme._change_id_seq', 1, false);
SELECT pg_catalog.setval('ws_acme._field_position_seq', 1, false);
SELECT pg_catalog.setval('ws_acme._object_position_seq', 1, false);
SELECT pg_catalog.setval('ws_acme.every__auto_number__seq', 20, true);
ALTER TABLE ONLY kith.credential
    ADD CONSTRAINT credential_invitation_key UNIQUE (invitation);
ALTER TABLE ONLY kith.credential
    ADD CONSTRAINT credential_pkey PRIMARY KEY (workspace, user_id);
ALTER TABLE ONLY kith.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);
ALTER TABLE ONLY kith.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);
ALTER TABLE ONLY kith.preference
    ADD CONSTRAINT preference_pkey PRIMARY KEY (workspace, user_id);
ALTER TABLE ONLY kith.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY kith.token
    ADD CONSTRAINT token_hash_key UNIQUE (hash);
ALTER TABLE ONLY kith.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);
ALTER TABLE ONLY kith.workspace
    ADD CONSTRAINT workspace_pkey PRIMARY KEY (id);
ALTER TABLE ONLY kith.workspace
    ADD CONSTRAINT workspace_schema_name_key UNIQUE (schema_name);
ALTER TABLE ONLY kith.workspace
    ADD CONSTRAINT workspace_slug_key UNIQUE (slug);
ALTER TABLE ONLY ws_acme._aside
    ADD CONSTRAINT _aside_pkey PRIMARY KEY (id);
ALTER TABLE ONLY ws_acme._batch
    ADD CONSTRAINT _batch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY ws_acme._change
    ADD CONSTRAINT _change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY ws_acme._consumer
    ADD CONSTRAINT _consumer_pkey PRIMARY KEY (name);
ALTER TABLE ONLY ws_acme._field
    ADD CONSTRAINT _field_id_key UNIQUE (id);
ALTER TABLE ONLY ws_acme._field
    ADD CONSTRAINT _field_pkey PRIMARY KEY (object, name);
ALTER TABLE ONLY ws_acme._file
    ADD CONSTRAINT _file_pkey PRIMARY KEY (id);
ALTER TABLE ONLY ws_acme._idempotency
    ADD CONSTRAINT _idempotency_pkey PRIMARY KEY (actor, key);
ALTER TABLE ONLY ws_acme._migration
    ADD CONSTRAINT _migration_pkey PRIMARY KEY (name);
ALTER TABLE ONLY ws_acme._object
    ADD CONSTRAINT _object_id_key UNIQUE (id);
ALTER TABLE ONLY ws_acme._object
    ADD CONSTRAINT _object_pkey PRIMARY KEY (name);
ALTER TABLE ONLY ws_acme._parked
    ADD CONSTRAINT _parked_pkey PRIMARY KEY (consumer, change);
ALTER TABLE ONLY ws_acme._profile
    ADD CONSTRAINT _profile_pkey PRIMARY KEY (name);
ALTER TABLE ONLY ws_acme._rate
    ADD CONSTRAINT _rate_pkey PRIMARY KEY (currency, day);
ALTER TABLE ONLY ws_acme._search
    ADD CONSTRAINT _search_pkey PRIMARY KEY (record);
ALTER TABLE ONLY ws_acme._view
    ADD CONSTRAINT _view_pkey PRIMARY KEY (id);
ALTER TABLE ONLY ws_acme.every__links
    ADD CONSTRAINT every__links_pkey PRIMARY KEY (source, target);
ALTER TABLE ONLY ws_acme.every
    ADD CONSTRAINT every_pkey PRIMARY KEY (id);
ALTER TABLE ONLY ws_acme.org_unit
    ADD CONSTRAINT org_unit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY ws_acme."user"
    ADD CONSTRAINT user_pkey PRIMARY KEY (id);
CREATE INDEX job_recent ON kith.job USING btree (workspace, actor, created_at DESC);
CREATE INDEX session_by_age ON kith.session USING btree (seen_at);
CREATE INDEX session_by_user ON kith.session USING btree (workspace, user_id);
CREATE INDEX token_by_user ON kith.token USING btree (workspace, user_id);
CREATE INDEX _aside__field ON ws_acme._aside USING btree (object, field);
CREATE INDEX _batch__at ON ws_acme._batch USING btree (at DESC);
CREATE INDEX _change__batch ON ws_acme._change USING btree (batch, id) WHERE (batch IS NOT NULL);
CREATE INDEX _change__delivery ON ws_acme._change USING btree (tx, id);
CREATE INDEX _change__record ON ws_acme._change USING btree (record, id DESC);
CREATE INDEX _change__undone_by ON ws_acme._change USING btree (undone_by) WHERE (undone_by IS NOT NULL);
CREATE INDEX _idempotency__at ON ws_acme._idempotency USING btree (at);
CREATE INDEX _search__body ON ws_acme._search USING gin (body public.gin_trgm_ops);
CREATE INDEX _search__key ON ws_acme._search USING btree (key, object);
CREATE INDEX _search__object ON ws_acme._search USING btree (object, updated DESC);
CREATE INDEX _search__similar ON ws_acme._search USING gin (key public.gin_trgm_ops);
CREATE INDEX _search__tokens ON ws_acme._search USING gin (tokens);
CREATE INDEX _view__object ON ws_acme._view USING btree (object, sharing, owner);
CREATE INDEX every__auto_number__folded_6c488a28 ON ws_acme.every USING btree (lower(auto_number));
CREATE INDEX every__auto_number__order_8c418105 ON ws_acme.every USING btree (auto_number, id) WHERE (deleted_at IS NULL);
CREATE INDEX every__auto_number__words_a189cead ON ws_acme.every USING gin (auto_number public.gin_trgm_ops);
CREATE INDEX every__bin_975a202f ON ws_acme.every USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX every__checkbox__order_25d4888c ON ws_acme.every USING btree (checkbox, id) WHERE (deleted_at IS NULL);
CREATE INDEX every__choice__order_66435042 ON ws_acme.every USING btree (choice, id) WHERE (deleted_at IS NULL);
CREATE INDEX every__choice_money_text_11450500 ON ws_acme.every USING btree (choice, money__base DESC NULLS LAST, text__sort) INCLUDE (owner, date) WHERE (deleted_at IS NULL);
CREATE INDEX every__date__order_e4b15d22 ON ws_acme.every USING btree (date, id) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX every__date__unique_b5c6e329 ON ws_acme.every USING btree (date) WHERE (deleted_at IS NULL);
CREATE INDEX every__datetime__order_ccc6b42c ON ws_acme.every USING btree (datetime, id) WHERE (deleted_at IS NULL);
CREATE INDEX every__email__folded_35d0e17e ON ws_acme.every USING btree (lower(email));
CREATE INDEX every__email__order_8f408177 ON ws_acme.every USING btree (email, id) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX every__email__unique_e03837bb ON ws_acme.every USING btree (lower(email)) WHERE (deleted_at IS NULL);
CREATE INDEX every__email__words_3d6ff583 ON ws_acme.every USING gin (email public.gin_trgm_ops);
CREATE INDEX every__file_f8d020ef ON ws_acme.every USING btree (file) WHERE (file IS NOT NULL);
CREATE INDEX every__image_8669b9db ON ws_acme.every USING btree (image) WHERE (image IS NOT NULL);
CREATE INDEX every__integer__order_c700a98d ON ws_acme.every USING btree ("integer", id) WHERE (deleted_at IS NULL);
CREATE INDEX every__link_eedc995e ON ws_acme.every USING btree (link);
CREATE INDEX every__links__target_76abade9 ON ws_acme.every__links USING btree (target, source);
CREATE INDEX every__long_text__folded_11197b83 ON ws_acme.every USING btree (lower(long_text));
CREATE INDEX every__long_text__words_17027b32 ON ws_acme.every USING gin (long_text public.gin_trgm_ops);
CREATE INDEX every__money__order_60b432c4 ON ws_acme.every USING btree (money__base, id) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX every__money__unique_872e0067 ON ws_acme.every USING btree (money, money__currency) WHERE (deleted_at IS NULL);
CREATE INDEX every__multi_choice_e3a33c33 ON ws_acme.every USING gin (multi_choice);
CREATE INDEX every__number__order_52b6abaa ON ws_acme.every USING btree (number, id) WHERE (deleted_at IS NULL);
CREATE INDEX every__owner_bb347b55 ON ws_acme.every USING btree (owner);
CREATE INDEX every__parent_4dbfe09d ON ws_acme.every USING btree (parent);
CREATE INDEX every__percent__order_a28a8236 ON ws_acme.every USING btree (percent, id) WHERE (deleted_at IS NULL);
CREATE INDEX every__phone__folded_310e1398 ON ws_acme.every USING btree (lower(phone));
CREATE INDEX every__phone__order_304a4c7c ON ws_acme.every USING btree (phone, id) WHERE (deleted_at IS NULL);
CREATE INDEX every__phone__words_807c9a74 ON ws_acme.every USING gin (phone public.gin_trgm_ops);
CREATE INDEX every__rollup__order_4c126163 ON ws_acme.every USING btree (rollup, id) WHERE (deleted_at IS NULL);
CREATE INDEX every__tags_5c8a37da ON ws_acme.every USING gin (tags);
CREATE INDEX every__text__folded_fc77824f ON ws_acme.every USING btree (lower(text));
CREATE INDEX every__text__order_fedb880d ON ws_acme.every USING btree (text__sort, id) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX every__text__unique_b07d1da2 ON ws_acme.every USING btree (lower(text)) WHERE (deleted_at IS NULL);
CREATE INDEX every__text__words_49928155 ON ws_acme.every USING gin (text public.gin_trgm_ops);
CREATE INDEX every__url__folded_906ffd51 ON ws_acme.every USING btree (lower(url));
CREATE INDEX every__url__order_52401638 ON ws_acme.every USING btree (url, id) WHERE (deleted_at IS NULL);
CREATE INDEX every__url__words_57db2d29 ON ws_acme.every USING gin (url public.gin_trgm_ops);
CREATE INDEX every__user_aff01742 ON ws_acme.every USING btree ("user");
CREATE INDEX org_unit__bin_975a202f ON ws_acme.org_unit USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX org_unit__name__folded_680c3ac7 ON ws_acme.org_unit USING btree (lower(name));
CREATE INDEX org_unit__name__order_83232dab ON ws_acme.org_unit USING btree (name__sort, id) WHERE (deleted_at IS NULL);
CREATE INDEX org_unit__name__words_58892efa ON ws_acme.org_unit USING gin (name public.gin_trgm_ops);
CREATE INDEX org_unit__parent_4dbfe09d ON ws_acme.org_unit USING btree (parent);
CREATE INDEX user__bin_975a202f ON ws_acme."user" USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE UNIQUE INDEX user__email__unique_e03837bb ON ws_acme."user" USING btree (lower(email)) WHERE (deleted_at IS NULL);
CREATE INDEX user__email__words_3d6ff583 ON ws_acme."user" USING gin (email public.gin_trgm_ops);
CREATE INDEX user__manager_988ce7ea ON ws_acme."user" USING btree (manager);
CREATE INDEX user__name__folded_680c3ac7 ON ws_acme."user" USING btree (lower(name));
CREATE INDEX user__name__order_83232dab ON ws_acme."user" USING btree (name__sort, id) WHERE (deleted_at IS NULL);
CREATE INDEX user__name__words_58892efa ON ws_acme."user" USING gin (name public.gin_trgm_ops);
CREATE INDEX user__phone__words_807c9a74 ON ws_acme."user" USING gin (phone public.gin_trgm_ops);
CREATE INDEX user__photo_6fcaeda9 ON ws_acme."user" USING btree (photo) WHERE (photo IS NOT NULL);
CREATE INDEX user__unit_94e5f1ad ON ws_acme."user" USING btree (unit);
ALTER TABLE ONLY kith.credential
    ADD CONSTRAINT credential_workspace_fkey FOREIGN KEY (workspace) REFERENCES kith.workspace(id) ON DELETE CASCADE;
ALTER TABLE ONLY kith.preference
    ADD CONSTRAINT preference_workspace_fkey FOREIGN KEY (workspace) REFERENCES kith.workspace(id) ON DELETE CASCADE;
ALTER TABLE ONLY kith.session
    ADD CONSTRAINT session_workspace_fkey FOREIGN KEY (workspace) REFERENCES kith.workspace(id) ON DELETE CASCADE;
ALTER TABLE ONLY kith.token
    ADD CONSTRAINT token_workspace_fkey FOREIGN KEY (workspace) REFERENCES kith.workspace(id) ON DELETE CASCADE;
ALTER TABLE ONLY ws_acme.every
    ADD CONSTRAINT every__link__fk FOREIGN KEY (link) REFERENCES ws_acme.every(id) ON DELETE SET NULL;
ALTER TABLE ONLY ws_acme.every__links
    ADD CONSTRAINT every__links__source__fk FOREIGN KEY (source) REFERENCES ws_acme.every(id) ON DELETE CASCADE;
ALTER TABLE ONLY ws_acme.every__links
    ADD CONSTRAINT every__links__target__fk FOREIGN KEY (target) REFERENCES ws_acme.every(id) ON DELETE CASCADE;
ALTER TABLE ONLY ws_acme.every
    ADD CONSTRAINT every__owner__fk FOREIGN KEY (owner) REFERENCES ws_acme."user"(id) ON DELETE SET NULL;
ALTER TABLE ONLY ws_acme.every
    ADD CONSTRAINT every__parent__fk FOREIGN KEY (parent) REFERENCES ws_acme.every(id) ON DELETE CASCADE;
ALTER TABLE ONLY ws_acme.every
    ADD CONSTRAINT every__user__fk FOREIGN KEY ("user") REFERENCES ws_acme."user"(id) ON DELETE SET NULL;
ALTER TABLE ONLY ws_acme.org_unit
    ADD CONSTRAINT org_unit__parent__fk FOREIGN KEY (parent) REFERENCES ws_acme.org_unit(id) ON DELETE SET NULL;
ALTER TABLE ONLY ws_acme."user"
    ADD CONSTRAINT user__manager__fk FOREIGN KEY (manager) REFERENCES ws_acme."user"(id) ON DELETE SET NULL;
ALTER TABLE ONLY ws_acme."user"
    ADD CONSTRAINT user__unit__fk FOREIGN KEY (unit) REFERENCES ws_acme.org_unit(id) ON DELETE SET NULL;
