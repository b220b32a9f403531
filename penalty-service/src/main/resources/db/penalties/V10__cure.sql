-- Cure: a breach made good before the penalty enters into force, and the proof of it.

ALTER TABLE violation
    ADD unintentional_zh text CHECK (length(unintentional_zh) BETWEEN 1 AND 10000),
    ADD unintentional_en text CHECK (length(unintentional_en) BETWEEN 1 AND 10000),
    ADD CHECK ((unintentional_zh IS NULL) = (unintentional_en IS NULL));
COMMENT ON COLUMN violation.unintentional_zh IS 'Why the breach was not intended; then it may be cured although it is not the first.';

-- What shows that a breach was made good: the merchant's word, or a verified milestone. Several for a penalty, one after another.
CREATE TABLE proof_of_cure (
    id              text        PRIMARY KEY,
    penalty_id      text        NOT NULL REFERENCES penalty,
    filed_by        text        NOT NULL,
    filed_at        timestamptz NOT NULL,
    words           text        CHECK (length(words) BETWEEN 1 AND 10000),
    attachments     text[]      NOT NULL CHECK (cardinality(attachments) <= 20),
    verification_id text        UNIQUE REFERENCES milestone_verification DEFERRABLE INITIALLY DEFERRED,
    answer_by       timestamptz NOT NULL,
    escalated       boolean     NOT NULL DEFAULT false,
    outcome         text        CHECK (outcome IN ('ACCEPTED', 'REFUSED')),
    reasons_zh      text        CHECK (length(reasons_zh) BETWEEN 1 AND 10000),
    reasons_en      text        CHECK (length(reasons_en) BETWEEN 1 AND 10000),
    answered_by     text,
    answered_at     timestamptz,
    CHECK (words IS NOT NULL OR verification_id IS NOT NULL),
    CHECK (verification_id IS NULL OR outcome IS NOT DISTINCT FROM 'ACCEPTED'),
    CHECK ((outcome IS NULL) = (reasons_zh IS NULL)),
    CHECK ((outcome IS NULL) = (reasons_en IS NULL)),
    CHECK ((outcome IS NULL) = (answered_by IS NULL)),
    CHECK ((outcome IS NULL) = (answered_at IS NULL))
);
CREATE INDEX proof_of_cure_penalty ON proof_of_cure (penalty_id, id);
CREATE UNIQUE INDEX one_open_proof_of_cure ON proof_of_cure (penalty_id) WHERE outcome IS NULL;
CREATE UNIQUE INDEX one_accepted_proof_of_cure ON proof_of_cure (penalty_id) WHERE outcome = 'ACCEPTED';

ALTER TABLE penalty
    ADD cure_until   timestamptz,
    ADD cure_repeats text REFERENCES penalty CHECK (cure_repeats <> id),
    ADD proof_id     text REFERENCES proof_of_cure DEFERRABLE INITIALLY DEFERRED,
    ADD CHECK (cure_until IS NULL OR cure_repeats IS NULL),
    ADD CHECK (proof_id IS NULL OR cure_until IS NOT NULL);
COMMENT ON COLUMN penalty.cure_until IS 'The end of its cure window; none where it cannot be cured.';
COMMENT ON COLUMN penalty.cure_repeats IS 'The penalty of the earlier breach because of which it cannot be cured.';
COMMENT ON COLUMN penalty.proof_id IS 'The last proof of cure.';

-- Penalties announced before this version stand in their cure window, unless they were held.
UPDATE penalty SET cure_until = announced_until WHERE status = 'ANNOUNCED' AND NOT high_impact;
