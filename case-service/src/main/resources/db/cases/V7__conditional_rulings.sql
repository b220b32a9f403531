-- Conditional rulings: what has to be achieved, by when, and what follows when it is and when it is not.
ALTER TABLE draft_ruling ADD COLUMN if_fulfilled text CHECK (if_fulfilled IN ('OVERTURN', 'PARTIAL'));
ALTER TABLE draft_ruling ADD COLUMN otherwise text CHECK (otherwise IN ('UPHOLD', 'PARTIAL'));
ALTER TABLE draft_ruling ADD COLUMN otherwise_points integer CHECK (otherwise_points >= 0);
ALTER TABLE draft_ruling ADD CHECK ((outcome = 'CONDITIONAL') = (if_fulfilled IS NOT NULL));
ALTER TABLE draft_ruling ADD CHECK ((if_fulfilled IS NULL) = (otherwise IS NULL));
ALTER TABLE draft_ruling ADD CHECK (otherwise_points IS NULL OR otherwise IS NOT NULL);

ALTER TABLE effect_line ADD COLUMN branch text NOT NULL DEFAULT 'RULING' CHECK (branch IN ('RULING', 'OTHERWISE'));
COMMENT ON COLUMN effect_line.branch IS 'OTHERWISE: ordered when a condition lapses; RULING: by the ruling, or when all are fulfilled.';

ALTER TABLE reply ADD COLUMN undertakes boolean NOT NULL DEFAULT false;

CREATE TABLE ruling_condition (
    condition_id    text PRIMARY KEY,
    case_id         text        NOT NULL REFERENCES case_file,
    draft_id        text        NOT NULL REFERENCES draft_ruling,
    position        integer     NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('CONDITION', 'UNDERTAKING')),
    text_zh         text        NOT NULL CHECK (text_zh <> ''),
    text_en         text        NOT NULL CHECK (text_en <> ''),
    programme_id    text        NOT NULL,
    milestone_id    text        NOT NULL,
    fulfil_by       timestamptz NOT NULL,
    report_by       timestamptz NOT NULL CHECK (report_by >= fulfil_by),
    state           text        NOT NULL CHECK (state IN ('PENDING', 'FULFILLED', 'LAPSED')),
    verification_id text,
    settled_at      timestamptz,
    CHECK ((state = 'PENDING') = (settled_at IS NULL)),
    CHECK ((state = 'FULFILLED') = (verification_id IS NOT NULL)),
    UNIQUE (draft_id, position),
    UNIQUE (draft_id, kind, programme_id, milestone_id)
);

-- What verifiers reported, as penalty-service told; kept whether a ruling waits for it or not.
CREATE TABLE milestone_report (
    verification_id text PRIMARY KEY,
    position        bigint      GENERATED ALWAYS AS IDENTITY,
    kind            text        NOT NULL CHECK (kind IN ('CONDITION', 'UNDERTAKING')),
    matter_id       text        NOT NULL,
    programme_id    text        NOT NULL,
    milestone_id    text        NOT NULL,
    achieved_at     timestamptz NOT NULL
);
CREATE INDEX milestone_report_matter ON milestone_report (matter_id, position);
REVOKE UPDATE, DELETE ON milestone_report FROM ${app_role};
