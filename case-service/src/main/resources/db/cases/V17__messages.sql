-- What a merchant's side and the case's advocate keep to themselves: their messages, and the brief before it is filed.
-- Times are business times.

ALTER TABLE case_clock ADD COLUMN merchant_answer text NOT NULL DEFAULT '5B';
COMMENT ON COLUMN case_clock.merchant_answer IS 'How long, in all, a case waits for the merchant when its advocate has asked something.';

CREATE TABLE case_thread (
    case_id        text PRIMARY KEY REFERENCES case_file,
    messages       integer NOT NULL CHECK (messages > 0),
    version        bigint  NOT NULL CHECK (version > 0),
    event_sequence bigint  NOT NULL CHECK (event_sequence >= 0),
    chain_head     bytea   NOT NULL CHECK (length(chain_head) = 32)
);
COMMENT ON TABLE case_thread IS 'Messages have a history of their own: one is no new version of the case.';

CREATE TABLE case_message (
    message_id    text PRIMARY KEY CHECK (message_id LIKE 'msg\_%'),
    case_id       text        NOT NULL REFERENCES case_file,
    position      integer     NOT NULL CHECK (position > 0),
    sender        text        NOT NULL CHECK (sender IN ('MERCHANT', 'ADVOCATE')),
    sent_by       text        NOT NULL,
    sent_at       timestamptz NOT NULL,
    body          text        NOT NULL CHECK (body <> ''),
    evidence      text[]      NOT NULL,
    asks          boolean     NOT NULL CHECK (NOT asks OR sender = 'ADVOCATE'),
    awaited_until timestamptz CHECK (awaited_until IS NULL OR asks),
    filed_by      text,
    filed_at      timestamptz,
    UNIQUE (case_id, position),
    CHECK ((filed_by IS NULL) = (filed_at IS NULL))
);
COMMENT ON COLUMN case_message.filed_at IS 'Since when everybody in the case reads it; not taken back.';
REVOKE UPDATE, DELETE ON case_message FROM ${app_role};
GRANT UPDATE (filed_by, filed_at) ON case_message TO ${app_role};

CREATE TABLE message_receipt (
    case_id text        NOT NULL REFERENCES case_file,
    reader  text        NOT NULL CHECK (reader IN ('MERCHANT', 'ADVOCATE')),
    up_to   integer     NOT NULL CHECK (up_to > 0),
    by      text        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (case_id, reader, up_to)
);
COMMENT ON TABLE message_receipt IS 'How far each side has read; append-only.';
REVOKE UPDATE, DELETE ON message_receipt FROM ${app_role};

CREATE TABLE confidence_log (
    sequence   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id    text        NOT NULL,
    act        text        NOT NULL CHECK (act IN ('READ_MESSAGES', 'READ_STAGED_BRIEF')),
    by         text        NOT NULL,
    at         timestamptz NOT NULL,
    request_id text        NOT NULL
);
COMMENT ON TABLE confidence_log IS 'Which overseer has read what is between the two; append-only.';
REVOKE UPDATE, DELETE ON confidence_log FROM ${app_role};
CREATE INDEX confidence_log_case ON confidence_log (case_id, sequence);

-- The brief as far as it is written. Of each point's grounds, evidence and precedents
-- the point's number is kept beside them.
CREATE TABLE staged_brief (
    case_id             text PRIMARY KEY REFERENCES case_file,
    version             bigint    NOT NULL CHECK (version > 0),
    staged_by           text,
    staged_at           timestamptz,
    relief              text      NOT NULL,
    violation_ids       text[]    NOT NULL,
    arguments_zh        text[]    NOT NULL,
    arguments_en        text[]    NOT NULL,
    ground_points       integer[] NOT NULL,
    grounds             text[]    NOT NULL,
    evidence_points     integer[] NOT NULL,
    evidence_kinds      text[]    NOT NULL,
    evidence_references text[]    NOT NULL,
    precedent_points    integer[] NOT NULL,
    precedents          text[]    NOT NULL,
    tied_kinds          text[]    NOT NULL,
    tied_references     text[]    NOT NULL,
    tied_violations     text[]    NOT NULL,
    tied_requirements   text[]    NOT NULL,
    CHECK ((staged_by IS NULL) = (staged_at IS NULL)),
    CHECK (staged_by IS NOT NULL OR cardinality(violation_ids) = 0 AND relief = ''),
    CHECK (cardinality(arguments_zh) = cardinality(violation_ids) AND cardinality(arguments_en) = cardinality(violation_ids)),
    CHECK (cardinality(grounds) = cardinality(ground_points)),
    CHECK (cardinality(evidence_kinds) = cardinality(evidence_points)
           AND cardinality(evidence_references) = cardinality(evidence_points)),
    CHECK (cardinality(precedents) = cardinality(precedent_points)),
    CHECK (cardinality(tied_references) = cardinality(tied_kinds) AND cardinality(tied_violations) = cardinality(tied_kinds)
           AND cardinality(tied_requirements) = cardinality(tied_kinds))
);
COMMENT ON COLUMN staged_brief.staged_by IS 'Nobody once it is filed or thrown away: then only its version is left.';
