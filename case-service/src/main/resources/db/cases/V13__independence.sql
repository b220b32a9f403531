-- The advocate is free: attempts that were refused, whom she reports to after a reorganisation, ratings after the end,
-- and how much of her work one merchant takes.
CREATE TABLE independence_attempt (
    attempt_id  text        PRIMARY KEY CHECK (attempt_id LIKE 'att\_%'),
    case_id     text        NOT NULL REFERENCES case_file,
    merchant_id text        NOT NULL,
    advocate_id text        NOT NULL,
    attempt     text        NOT NULL CHECK (attempt IN ('REASSIGN', 'ABSENCE', 'RATE')),
    by          text        NOT NULL,
    standing    text        NOT NULL CHECK (standing IN ('RESPONDENT', 'ABOVE_RESPONDENT')),
    at          timestamptz NOT NULL
);
COMMENT ON TABLE independence_attempt IS 'Refused attempts to remove, reassign or rate an advocate; append-only.';
REVOKE UPDATE, DELETE ON independence_attempt FROM ${app_role};
CREATE TRIGGER independence_attempt_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON independence_attempt
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A new organisation, and how far the open cases were looked through for it.
CREATE TABLE reorganisation (
    version bigint  PRIMARY KEY,
    behind  text    NOT NULL DEFAULT '',
    moved   integer NOT NULL DEFAULT 0,
    done    boolean NOT NULL DEFAULT false
);

CREATE TABLE advocate_rating (
    case_id     text        NOT NULL REFERENCES case_file,
    advocate_id text        NOT NULL,
    rated_by    text        NOT NULL,
    side        text        NOT NULL CHECK (side IN ('MERCHANT', 'PEER')),
    score       integer     NOT NULL CHECK (score BETWEEN 1 AND 5),
    at          timestamptz NOT NULL,
    PRIMARY KEY (case_id, rated_by)
);
CREATE UNIQUE INDEX advocate_rating_of_merchant ON advocate_rating (case_id) WHERE side = 'MERCHANT';
REVOKE UPDATE, DELETE ON advocate_rating FROM ${app_role};
CREATE TRIGGER advocate_rating_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON advocate_rating
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE advocate_concentration (
    advocate_id text        NOT NULL,
    merchant_id text        NOT NULL,
    since       timestamptz NOT NULL,
    PRIMARY KEY (advocate_id, merchant_id)
);
COMMENT ON TABLE advocate_concentration IS 'Merchants that take more of an advocate''s cases than the policy allows; told once, when it began.';

-- Samples go round this order, which has nothing to do with what the cases are about.
CREATE INDEX case_file_sample ON case_file (hashtextextended(case_id, 0), case_id) WHERE status = 'CLOSED';
