-- The merchant's side asks that a closed case be decided anew; adjudicators answer within the policy's time.
ALTER TABLE case_clock ADD COLUMN reopening_request text NOT NULL DEFAULT '5B';
COMMENT ON COLUMN case_clock.reopening_request IS 'How long adjudicators have to answer a request to reopen a closed case.';

CREATE TABLE reopening_request (
    request_id          text PRIMARY KEY CHECK (request_id LIKE 'rrq\_%'),
    case_id             text        NOT NULL REFERENCES case_file,
    position            integer     NOT NULL CHECK (position > 0),
    ground              text        NOT NULL CHECK (ground IN ('NEW_EVIDENCE', 'PROCEDURE', 'RULE_ERROR', 'REMEDIATION')),
    reasons_zh          text        NOT NULL,
    reasons_en          text        NOT NULL,
    evidence_kinds      text[]      NOT NULL,
    evidence_references text[]      NOT NULL,
    sender              text        NOT NULL CHECK (sender IN ('MERCHANT', 'ADVOCATE')),
    requested_by        text        NOT NULL,
    requested_at        timestamptz NOT NULL,
    due_at              timestamptz NOT NULL,
    overdue             boolean     NOT NULL DEFAULT false,
    reopening_id        text,
    granted             boolean,
    answer_zh           text CHECK (answer_zh <> ''),
    answer_en           text CHECK (answer_en <> ''),
    answered_by         text,
    answered_at         timestamptz,
    UNIQUE (case_id, position),
    CHECK (reasons_zh <> '' OR reasons_en <> ''),
    CHECK (cardinality(evidence_kinds) = cardinality(evidence_references)),
    CHECK ((granted IS NULL) = (answered_by IS NULL) AND (granted IS NULL) = (answered_at IS NULL)),
    CHECK ((granted IS NULL) = (answer_zh IS NULL) AND (granted IS NULL) = (answer_en IS NULL))
);
COMMENT ON COLUMN reopening_request.reopening_id IS 'The proposal to reopen that takes it up.';
REVOKE UPDATE, DELETE ON reopening_request FROM ${app_role};
GRANT UPDATE (overdue, reopening_id, granted, answer_zh, answer_en, answered_by, answered_at) ON reopening_request TO ${app_role};

-- At most one of a case waits; and what adjudicators are to answer, the first due first.
CREATE UNIQUE INDEX reopening_request_waiting ON reopening_request (case_id) WHERE granted IS NULL;
CREATE INDEX reopening_request_due ON reopening_request (due_at, request_id) WHERE granted IS NULL;
