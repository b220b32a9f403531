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
