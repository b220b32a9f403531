-- What is sealed: the terms that no text of the platform holds, and how a breach was detected. Nothing here is part of
-- a rulebook, an export or an event.

CREATE TABLE sealed_terms (
    id             text     PRIMARY KEY CHECK (id = 'sealed-terms'),
    en             text[]   NOT NULL,
    zh             text[]   NOT NULL,
    version        bigint   NOT NULL CHECK (version > 0),
    event_sequence bigint   NOT NULL CHECK (event_sequence > 0),
    chain_head     bytea    NOT NULL CHECK (length(chain_head) = 32),
    CHECK (cardinality(en) = cardinality(zh))
);

-- The detection record of a penalty, encrypted; an aggregate of its own, so that readings leave no trace in what the
-- merchant sees of the penalty.
CREATE TABLE detection_record (
    penalty_id     text        PRIMARY KEY REFERENCES penalty,
    key_id         text        NOT NULL CHECK (key_id ~ '^[A-Za-z0-9._-]{1,32}$'),
    nonce          bytea       NOT NULL CHECK (length(nonce) = 12),
    ciphertext     bytea       NOT NULL CHECK (length(ciphertext) BETWEEN 17 AND 1000000),
    sealed_at      timestamptz NOT NULL,
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32)
);
CREATE INDEX detection_record_key ON detection_record (key_id, penalty_id);
COMMENT ON COLUMN detection_record.ciphertext IS 'AES-256-GCM with its tag; the penalty''s id is authenticated with it.';

CREATE TABLE detection_record_reading (
    id         text        PRIMARY KEY,
    position   bigint      GENERATED ALWAYS AS IDENTITY,
    penalty_id text        NOT NULL REFERENCES detection_record,
    read_by    text        NOT NULL,
    role       text        NOT NULL CHECK (role IN ('PROPOSER', 'APPROVER', 'ADVOCATE', 'ADJUDICATOR', 'INTEGRITY')),
    purpose    text        NOT NULL CHECK (length(purpose) BETWEEN 1 AND 2000),
    read_at    timestamptz NOT NULL
);
CREATE INDEX detection_record_reading_penalty ON detection_record_reading (penalty_id, position);
REVOKE UPDATE, DELETE ON detection_record_reading FROM ${app_role};
CREATE TRIGGER detection_record_reading_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON detection_record_reading
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who argues and who decides a case about a penalty, as case-service says.
CREATE TABLE case_people (
    case_id     text PRIMARY KEY,
    penalty_id  text NOT NULL,
    advocate    text,
    adjudicator text
);
CREATE INDEX case_people_penalty ON case_people (penalty_id);

CREATE TABLE seal_challenge (
    id            text        PRIMARY KEY,
    position      bigint      GENERATED ALWAYS AS IDENTITY,
    penalty_id    text        NOT NULL REFERENCES detection_record,
    raised_by     text        NOT NULL,
    grounds_zh    text        NOT NULL CHECK (length(grounds_zh) BETWEEN 1 AND 10000),
    grounds_en    text        NOT NULL CHECK (length(grounds_en) BETWEEN 1 AND 10000),
    asked_for     text        NOT NULL CHECK (length(asked_for) BETWEEN 1 AND 10000),
    raised_at     timestamptz NOT NULL,
    answer_by     timestamptz NOT NULL,
    lapsed        boolean     NOT NULL DEFAULT false,
    outcome       text        CHECK (outcome IN ('DISCLOSED', 'KEPT')),
    reasons_zh    text        CHECK (length(reasons_zh) BETWEEN 1 AND 10000),
    reasons_en    text        CHECK (length(reasons_en) BETWEEN 1 AND 10000),
    disclosure_zh text        CHECK (length(disclosure_zh) BETWEEN 1 AND 10000),
    disclosure_en text        CHECK (length(disclosure_en) BETWEEN 1 AND 10000),
    answered_by   text        CHECK (answered_by <> raised_by),
    answered_at   timestamptz,
    CHECK ((outcome IS NULL) = (answered_by IS NULL)),
    CHECK ((outcome IS NULL) = (answered_at IS NULL)),
    CHECK ((outcome IS NULL) = (reasons_zh IS NULL)),
    CHECK ((reasons_zh IS NULL) = (reasons_en IS NULL)),
    CHECK ((disclosure_zh IS NULL) = (disclosure_en IS NULL)),
    CHECK ((outcome IS NOT DISTINCT FROM 'DISCLOSED') = (disclosure_zh IS NOT NULL))
);
CREATE UNIQUE INDEX seal_challenge_one_open ON seal_challenge (penalty_id) WHERE outcome IS NULL;
CREATE INDEX seal_challenge_penalty ON seal_challenge (penalty_id, position);
