-- A closed case is reopened by two adjudicators who had no part in it, and then has a second ruling.
ALTER TABLE ruling DROP CONSTRAINT ruling_case_id_key;
CREATE INDEX ruling_case ON ruling (case_id);

CREATE TABLE case_reopening (
    reopening_id text PRIMARY KEY,
    case_id      text        NOT NULL REFERENCES case_file,
    position     integer     NOT NULL CHECK (position > 0),
    ground       text        NOT NULL CHECK (ground IN ('NEW_EVIDENCE', 'PROCEDURE', 'RULE_ERROR', 'REMEDIATION')),
    reasons_zh   text        NOT NULL CHECK (reasons_zh <> ''),
    reasons_en   text        NOT NULL CHECK (reasons_en <> ''),
    proposed_by  text        NOT NULL,
    proposed_at  timestamptz NOT NULL,
    ruling_id    text        NOT NULL REFERENCES ruling,
    outcome      text        NOT NULL CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'PARTIAL')),
    points       integer CHECK (points >= 0),
    ruled_by     text        NOT NULL,
    ended_by     text        NOT NULL,
    ended_at     timestamptz NOT NULL,
    confirmed    boolean,
    decision_zh  text CHECK (decision_zh <> ''),
    decision_en  text CHECK (decision_en <> ''),
    decided_by   text,
    decided_at   timestamptz,
    UNIQUE (case_id, position),
    CHECK (proposed_by <> ruled_by),
    CHECK (decided_by <> proposed_by AND decided_by <> ruled_by),
    CHECK ((confirmed IS NULL) = (decided_by IS NULL) AND (confirmed IS NULL) = (decided_at IS NULL)),
    CHECK ((confirmed IS NULL) = (decision_zh IS NULL) AND (confirmed IS NULL) = (decision_en IS NULL))
);
COMMENT ON COLUMN case_reopening.outcome IS 'Of the ruling before, as it came out, conditions included; ended_by and ended_at hold again if it stands.';
-- At most one is undecided.
CREATE UNIQUE INDEX case_reopening_open ON case_reopening (case_id) WHERE confirmed IS NULL;
