-- How a merchant is heard before a closure, and how a measure is suspended until its case has ended.

ALTER TABLE penalty
    ADD exception_kind text CHECK (exception_kind ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    ADD exception_zh   text CHECK (length(exception_zh) BETWEEN 1 AND 10000),
    ADD exception_en   text CHECK (length(exception_en) BETWEEN 1 AND 10000),
    ADD CHECK ((exception_kind IS NULL) = (exception_zh IS NULL)),
    ADD CHECK ((exception_kind IS NULL) = (exception_en IS NULL));
COMMENT ON COLUMN penalty.exception_kind IS 'Why what it brings begins without advance notice.';

-- What the merchant says of the facts; once for each penalty.
CREATE TABLE clarification (
    id          text        PRIMARY KEY,
    penalty_id  text        NOT NULL UNIQUE REFERENCES penalty,
    filed_by    text        NOT NULL,
    filed_at    timestamptz NOT NULL,
    words       text        NOT NULL CHECK (length(words) BETWEEN 1 AND 10000),
    attachments text[]      NOT NULL CHECK (cardinality(attachments) <= 20),
    answer_by   timestamptz NOT NULL,
    escalated   boolean     NOT NULL DEFAULT false,
    outcome     text        CHECK (outcome IN ('UPHELD', 'WITHDRAWN')),
    reasons_zh  text        CHECK (length(reasons_zh) BETWEEN 1 AND 10000),
    reasons_en  text        CHECK (length(reasons_en) BETWEEN 1 AND 10000),
    answered_by text,
    answered_at timestamptz,
    CHECK ((outcome IS NULL) = (reasons_zh IS NULL)),
    CHECK ((outcome IS NULL) = (reasons_en IS NULL)),
    CHECK ((outcome IS NULL) = (answered_by IS NULL)),
    CHECK ((outcome IS NULL) = (answered_at IS NULL))
);

-- Times in which a measure that had begun did not run; while it is suspended the last one has no end.
ALTER TABLE measure
    ADD pause_from  timestamptz[] NOT NULL DEFAULT '{}',
    ADD pause_until timestamptz[] NOT NULL DEFAULT '{}',
    ADD CHECK (cardinality(pause_from) - cardinality(pause_until)
               = CASE WHEN begun AND state = 'SUSPENDED' THEN 1 ELSE 0 END);

CREATE TABLE interim_relief (
    id         text        PRIMARY KEY,
    measure_id text        NOT NULL REFERENCES measure,
    case_id    text        NOT NULL,
    asked_by   text        NOT NULL,
    grounds_zh text        NOT NULL CHECK (length(grounds_zh) BETWEEN 1 AND 10000),
    grounds_en text        NOT NULL CHECK (length(grounds_en) BETWEEN 1 AND 10000),
    asked_at   timestamptz NOT NULL,
    decide_by  timestamptz NOT NULL,
    lapsed     boolean     NOT NULL DEFAULT false,
    outcome    text        CHECK (outcome IN ('GRANTED', 'REFUSED', 'MOOT')),
    reasons_zh text        CHECK (length(reasons_zh) BETWEEN 1 AND 10000),
    reasons_en text        CHECK (length(reasons_en) BETWEEN 1 AND 10000),
    decided_by text        CHECK (decided_by <> asked_by),
    decided_at timestamptz,
    UNIQUE (measure_id, case_id),
    CHECK ((outcome IS NULL) = (decided_at IS NULL)),
    CHECK ((reasons_zh IS NULL) = (reasons_en IS NULL)),
    CHECK ((reasons_zh IS NULL) = (decided_by IS NULL)),
    CHECK (outcome IS DISTINCT FROM 'REFUSED' OR decided_by IS NOT NULL)
);
CREATE INDEX interim_relief_measure ON interim_relief (measure_id, asked_at);

ALTER TABLE case_people ADD ruling_by timestamptz;
COMMENT ON COLUMN case_people.ruling_by IS 'When the ruling is to be expected: the end of the replies to its draft.';

-- Shops that have something left that a clearing of points could end.
CREATE INDEX penalty_counting ON penalty (shop_id COLLATE "C") WHERE status IN ('IN_FORCE', 'SERVED');
