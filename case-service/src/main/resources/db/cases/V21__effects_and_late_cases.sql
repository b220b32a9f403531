-- An effect that its owner did not make true: what two operators said has become of it.
CREATE TABLE effect_settlement (
    effect_id    text        PRIMARY KEY REFERENCES effect_line,
    result       text        NOT NULL CHECK (result IN ('APPLIED', 'SUPERSEDED')),
    reasons_zh   text        NOT NULL CHECK (reasons_zh <> ''),
    reasons_en   text        NOT NULL CHECK (reasons_en <> ''),
    proposed_by  text        NOT NULL,
    proposed_at  timestamptz NOT NULL,
    confirmed_by text,
    confirmed_at timestamptz,
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK (confirmed_by <> proposed_by)
);

ALTER TABLE effect_line ADD COLUMN by_hand boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN effect_line.by_hand IS 'Settled by two operators, not by its owner''s answer.';

-- What operators look after, across all cases; few lines at any time.
CREATE INDEX effect_line_stuck ON effect_line (effect_id) WHERE state = 'FAILED' OR (state = 'PENDING' AND overdue);

-- A shop's penalties go with it to its new owner.
CREATE INDEX penalty_view_shop ON penalty_view (shop_id);

-- Late with good cause: whether it is, the adjudicator decides.
ALTER TABLE case_file ADD COLUMN late_because text CHECK (late_because <> '');
