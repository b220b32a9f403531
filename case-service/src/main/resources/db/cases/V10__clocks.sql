-- Clocks of cases, and who is warned. Times are business times.

ALTER TABLE case_clock ADD COLUMN warn_at integer[] NOT NULL DEFAULT '{50,80}';
ALTER TABLE case_clock ADD COLUMN advocacy_team text NOT NULL DEFAULT 'advocacy';
ALTER TABLE case_clock ADD COLUMN adjudication_team text NOT NULL DEFAULT 'adjudication';
COMMENT ON COLUMN case_clock.warn_at IS 'Percent of a clock, below 100.';

CREATE TABLE case_clocks (
    case_id        text PRIMARY KEY REFERENCES case_file,
    version        bigint NOT NULL CHECK (version > 0),
    event_sequence bigint NOT NULL CHECK (event_sequence >= 0),
    chain_head     bytea  NOT NULL CHECK (length(chain_head) = 32)
);
COMMENT ON TABLE case_clocks IS 'What was told of a case''s clocks has a history of its own: a warning is no new version of the case.';

CREATE TABLE clock_run (
    case_id        text        NOT NULL REFERENCES case_file,
    kind           text        NOT NULL CHECK (kind IN ('FIRST_RESPONSE', 'ANSWER', 'REPLY', 'RULING')),
    round          integer     NOT NULL CHECK (round > 0),
    team           text,
    started_at     timestamptz NOT NULL,
    length_micros  bigint      NOT NULL CHECK (length_micros >= 0),
    state          text        NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'MET', 'LAPSED', 'ENDED')),
    due_at         timestamptz,
    lapsed_at      timestamptz,
    ended_at       timestamptz,
    elapsed_micros bigint CHECK (elapsed_micros >= 0),
    told           integer     NOT NULL CHECK (told BETWEEN 0 AND 100),
    settled_at     timestamptz,
    PRIMARY KEY (case_id, kind, round),
    CHECK ((state = 'RUNNING') = (due_at IS NOT NULL)),
    CHECK ((state = 'LAPSED') = (lapsed_at IS NOT NULL)),
    CHECK (state NOT IN ('MET', 'ENDED') OR ended_at IS NOT NULL),
    CHECK (ended_at IS NULL OR elapsed_micros IS NOT NULL),
    CHECK ((state IN ('MET', 'LAPSED')) = (settled_at IS NOT NULL))
);
COMMENT ON TABLE clock_run IS 'What of each clock stands still between two steps of its case. Can be worked out again from the history of the case.';
COMMENT ON COLUMN clock_run.settled_at IS 'When it was settled whether it was met or has lapsed.';
CREATE INDEX clock_run_settled ON clock_run (team, settled_at) WHERE team IS NOT NULL AND settled_at IS NOT NULL;

-- Cases that are open already are looked at too.
INSERT INTO deadline (kind, subject, due_at)
SELECT 'case-clocks', case_id, opened_at FROM case_file WHERE status NOT IN ('CLOSED', 'WITHDRAWN', 'INADMISSIBLE')
ON CONFLICT (kind, subject) DO NOTHING;
