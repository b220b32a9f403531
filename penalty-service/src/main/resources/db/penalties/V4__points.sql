-- Which report of which detection system became which penalty. A row is never changed: a report becomes one penalty.
CREATE TABLE violation_report (
    system     text        NOT NULL CHECK (length(system) BETWEEN 1 AND 255),
    source_id  text        NOT NULL CHECK (source_id ~ '^[A-Za-z0-9._:/-]{1,128}$'),
    digest     bytea       NOT NULL CHECK (length(digest) = 32),
    shop_id    text        NOT NULL REFERENCES shop,
    penalty_id text        NOT NULL UNIQUE REFERENCES penalty,
    taken_at   timestamptz NOT NULL,
    PRIMARY KEY (system, source_id)
);
REVOKE UPDATE, DELETE ON violation_report FROM ${app_role};
CREATE TRIGGER violation_report_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON violation_report
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON COLUMN violation_report.digest IS 'SHA-256 of the whole report: the same again is known by it.';

-- The run over all shops at an instant at which points cease to count, and how far it has come. A part looks at the
-- shops behind the mark, by id, and moves it in the transaction that ends their measures.
CREATE TABLE points_clearing (
    at       timestamptz PRIMARY KEY,
    behind   text        NOT NULL DEFAULT '',
    shops    bigint      NOT NULL DEFAULT 0 CHECK (shops >= 0),
    measures bigint      NOT NULL DEFAULT 0 CHECK (measures >= 0),
    done     boolean     NOT NULL DEFAULT false
);

CREATE INDEX measure_without_end ON measure (shop_id COLLATE "C")
    WHERE days IS NULL AND state IN ('SCHEDULED', 'IN_FORCE', 'SUSPENDED');

-- The history of a shop's points, page by page.
CREATE INDEX point_entry_history ON point_entry (shop_id, position);
