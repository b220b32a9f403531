-- Statements of reasons for the EU Transparency Database: what is sent, what became of it, and our own record of
-- decisions that were corrected, for which that database has no place.

CREATE TABLE transparency_statement (
    puid            text        PRIMARY KEY REFERENCES statement CHECK (puid ~ '^[a-zA-Z0-9_-]+$' AND length(puid) <= 500),
    penalty_id      text        NOT NULL UNIQUE REFERENCES penalty,
    recorded_at     timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'FILED', 'REFUSED')),
    payload         text,
    uuid            text        CHECK (length(uuid) BETWEEN 1 AND 100),
    filed_at        timestamptz,
    attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    unsure          boolean     NOT NULL DEFAULT false,
    not_before      timestamptz NOT NULL DEFAULT '-infinity',
    lease_until     timestamptz NOT NULL DEFAULT '-infinity',
    problem_fields  text[]      NOT NULL DEFAULT '{}',
    problem_details text[]      NOT NULL DEFAULT '{}',
    CHECK ((state = 'FILED') = (uuid IS NOT NULL)),
    CHECK ((uuid IS NULL) = (filed_at IS NULL)),
    CHECK (state <> 'FILED' OR payload IS NOT NULL),
    CHECK (NOT unsure OR state = 'PENDING' AND payload IS NOT NULL),
    CHECK ((state = 'REFUSED') = (cardinality(problem_fields) > 0)),
    CHECK (cardinality(problem_fields) = cardinality(problem_details))
);
CREATE INDEX transparency_statement_pending ON transparency_statement (puid) WHERE state = 'PENDING';
CREATE INDEX transparency_statement_state ON transparency_statement (state, puid);
CREATE INDEX transparency_statement_recorded ON transparency_statement (recorded_at, puid);
COMMENT ON COLUMN transparency_statement.puid IS 'The statement''s own id; one penalty has one statement there, for ever.';
COMMENT ON COLUMN transparency_statement.unsure IS 'It may be in the database: ask for it before it is sent.';
COMMENT ON COLUMN transparency_statement.not_before IS 'Machine time, like lease_until.';

-- A filed statement cannot be amended: what a ruling left of it is kept here.
CREATE TABLE transparency_correction (
    puid          text        NOT NULL REFERENCES transparency_statement,
    ruling_id     text        NOT NULL,
    position      bigint      GENERATED ALWAYS AS IDENTITY,
    case_id       text        NOT NULL,
    change        text        NOT NULL CHECK (change IN ('REDUCED', 'REVERSED')),
    points_before integer     NOT NULL CHECK (points_before >= 0),
    points_after  integer     NOT NULL CHECK (points_after >= 0 AND points_after <= points_before),
    measures_left integer     NOT NULL CHECK (measures_left >= 0),
    effective_at  timestamptz NOT NULL,
    known_at      timestamptz NOT NULL,
    PRIMARY KEY (puid, ruling_id)
);
REVOKE UPDATE, DELETE ON transparency_correction FROM ${app_role};
CREATE TRIGGER transparency_correction_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency_correction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
