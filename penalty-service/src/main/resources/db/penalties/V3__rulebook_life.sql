-- Rulebooks before they are one: drafts, and what merchants have against them.

CREATE TABLE rulebook_draft (
    id               text        PRIMARY KEY,
    document         text        NOT NULL,
    number           integer     NOT NULL CHECK (number > 0),
    status           text        NOT NULL CHECK (status IN ('DRAFT', 'NOTICE', 'PUBLISHED', 'WITHDRAWN')),
    opened_by        text        NOT NULL,
    opened_at        timestamptz NOT NULL,
    announced_at     timestamptz,
    objections_until timestamptz,
    effective_from   timestamptz,
    ended_at         timestamptz,
    withdrawal_zh    text        CHECK (length(withdrawal_zh) BETWEEN 1 AND 10000),
    withdrawal_en    text        CHECK (length(withdrawal_en) BETWEEN 1 AND 10000),
    version          bigint      NOT NULL CHECK (version > 0),
    event_sequence   bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head       bytea       NOT NULL CHECK (length(chain_head) = 32),
    CHECK ((announced_at IS NULL) = (objections_until IS NULL)),
    CHECK ((announced_at IS NULL) = (effective_from IS NULL)),
    CHECK (effective_from >= objections_until),
    CHECK (status <> 'DRAFT' OR announced_at IS NULL),
    CHECK (status NOT IN ('NOTICE', 'PUBLISHED') OR announced_at IS NOT NULL),
    CHECK ((ended_at IS NOT NULL) = (status IN ('PUBLISHED', 'WITHDRAWN'))),
    CHECK ((status = 'WITHDRAWN') = (withdrawal_zh IS NOT NULL)),
    CHECK ((withdrawal_zh IS NULL) = (withdrawal_en IS NULL))
);
COMMENT ON COLUMN rulebook_draft.number IS 'That the version is to have; as the document says.';
COMMENT ON COLUMN rulebook_draft.document IS 'The rules as JSON; with their dates once they are announced.';

CREATE TABLE rulebook_objection (
    id             text        PRIMARY KEY,
    draft_id       text        NOT NULL REFERENCES rulebook_draft,
    merchant_id    text        NOT NULL REFERENCES merchant,
    language       text        NOT NULL CHECK (language IN ('zh', 'en')),
    words          text        NOT NULL CHECK (length(words) BETWEEN 1 AND 10000),
    raised_at      timestamptz NOT NULL,
    supporters     bigint      NOT NULL CHECK (supporters >= 0),
    reasons_zh     text        CHECK (length(reasons_zh) BETWEEN 1 AND 10000),
    reasons_en     text        CHECK (length(reasons_en) BETWEEN 1 AND 10000),
    answered_by    text,
    answered_at    timestamptz,
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
    CHECK ((answered_at IS NULL) = (reasons_zh IS NULL)),
    CHECK ((reasons_zh IS NULL) = (reasons_en IS NULL)),
    CHECK (answered_at IS NULL OR supporters > 0)
);
CREATE INDEX rulebook_objection_draft ON rulebook_objection (draft_id, id);
-- A merchant raises one at a time.
CREATE UNIQUE INDEX rulebook_objection_one_open ON rulebook_objection (draft_id, merchant_id)
    WHERE answered_at IS NULL AND supporters > 0;

CREATE TABLE rulebook_objection_supporter (
    objection_id text NOT NULL REFERENCES rulebook_objection,
    merchant_id  text NOT NULL REFERENCES merchant,
    PRIMARY KEY (objection_id, merchant_id)
);
