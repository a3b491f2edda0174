-- Two roles for a store on PostgreSQL: the owner's makes and upgrades it, the program's works with it.
--
--     createuser popug_owner
--     createuser --pwprompt popug
--     createdb --owner=popug_owner --encoding=UTF8 --template=template0 popug
--     popug init --store postgres://popug_owner@HOST/popug
--     psql -f postgresql-roles.sql postgres://popug_owner@HOST/popug
--
-- From then on everybody works with postgres://popug@HOST/popug. The program's role may read and append
-- everywhere, and change and remove rows where that is a part of the work. What is append-only it cannot
-- change, nor can it make, alter, empty or drop a table.
--
-- Run it again after each `popug store upgrade`; it does no harm at any time. It is run by the owner,
-- or by a superuser where the tables are to become the owner's. Other names for the three:
--
--     psql -v owner=popug_owner -v program=popug -v schema=public -f postgresql-roles.sql URL

\set ON_ERROR_STOP on
\if :{?owner}
\else
  \set owner popug_owner
\endif
\if :{?program}
\else
  \set program popug
\endif
\if :{?schema}
\else
  \set schema public
\endif

\set QUIET on
SET client_min_messages = warning;
BEGIN;

-- Nothing is meant that stands elsewhere in the search path.
SELECT set_config('search_path', quote_ident(:'schema'), true) \g /dev/null

SELECT to_regclass('log_head') IS NULL AS absent \gset
\if :absent
  DO $$ BEGIN RAISE EXCEPTION 'there is no store in this schema; popug init makes one'; END $$;
\endif

-- A store that another role made becomes the owner's.
SELECT format('ALTER FUNCTION log_append_only() OWNER TO %I', :'owner') \gexec
SELECT format('ALTER TABLE %I OWNER TO %I', tablename, :'owner')
FROM pg_catalog.pg_tables
WHERE schemaname = :'schema' AND tableowner <> :'owner'
  AND tablename ~ '^(log|events|app|auth|tasks|accounting|analytics|delivery)_'
ORDER BY tablename \gexec

-- Nobody else makes anything here, not even what PostgreSQL before 15 lets everybody make.
REVOKE CREATE ON SCHEMA :"schema" FROM PUBLIC, :"program";
GRANT USAGE ON SCHEMA :"schema" TO :"program";

-- What is append-only is known by its triggers.
SELECT format('REVOKE ALL ON %I FROM PUBLIC, %I', tablename, :'program'),
       format('GRANT %s ON %I TO %I',
              CASE
                  WHEN tablename = 'log_head' THEN 'SELECT, UPDATE'
                  WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_trigger
                               WHERE tgrelid = CAST(quote_ident(tablename) AS regclass)
                                 AND tgfoid = CAST('log_append_only' AS regproc))
                  THEN 'SELECT, INSERT'
                  ELSE 'SELECT, INSERT, UPDATE, DELETE'
              END,
              tablename, :'program')
FROM pg_catalog.pg_tables
WHERE schemaname = :'schema'
  AND tablename ~ '^(log|events|app|auth|tasks|accounting|analytics|delivery)_'
ORDER BY tablename \gexec

COMMIT;
\echo the role :program works with the store in the schema :schema from now on
