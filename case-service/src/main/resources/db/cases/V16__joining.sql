-- Similar cases that are heard together under a lead case; each keeps its own reasons, ruling and effects.
CREATE TABLE joined_case (
    case_id     text        NOT NULL REFERENCES case_file,
    number      integer     NOT NULL CHECK (number > 0),
    lead_id     text        NOT NULL REFERENCES case_file,
    question_zh text        NOT NULL CHECK (question_zh <> ''),
    question_en text        NOT NULL CHECK (question_en <> ''),
    joined_by   text        NOT NULL,
    joined_at   timestamptz NOT NULL,
    left_cause  text CHECK (left_cause IN ('ADJUDICATOR', 'MERCHANT_SIDE', 'WITHDRAWN', 'REOPENED')),
    left_by     text,
    left_at     timestamptz,
    left_zh     text,
    left_en     text,
    PRIMARY KEY (case_id, number),
    CHECK ((left_cause IS NULL) = (left_by IS NULL) AND (left_cause IS NULL) = (left_at IS NULL)),
    CHECK ((left_cause IS NULL) = (left_zh IS NULL) AND (left_cause IS NULL) = (left_en IS NULL))
);
COMMENT ON TABLE joined_case IS 'A lead has a row of its own, under its own id: no case leads a group and is a member of another.';
-- At most one group at a time.
CREATE UNIQUE INDEX joined_case_now ON joined_case (case_id) WHERE left_at IS NULL;
CREATE INDEX joined_case_lead ON joined_case (lead_id, case_id) WHERE left_at IS NULL;

-- What was last said about each case alone, so that it is no copy of what was said about another.
CREATE TABLE joint_reasons (
    lead_id   text NOT NULL REFERENCES case_file,
    case_id   text NOT NULL REFERENCES case_file,
    digest_zh text NOT NULL CHECK (digest_zh ~ '^[0-9a-f]{64}$'),
    digest_en text NOT NULL CHECK (digest_en ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (lead_id, case_id)
);
CREATE UNIQUE INDEX joint_reasons_zh ON joint_reasons (lead_id, digest_zh);
CREATE UNIQUE INDEX joint_reasons_en ON joint_reasons (lead_id, digest_en);

ALTER TABLE penalty_violation ADD COLUMN rulebook_version integer CHECK (rulebook_version > 0);
COMMENT ON COLUMN penalty_violation.rulebook_version IS 'Unknown of penalties older than this column.';
