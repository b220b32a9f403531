-- Milestones: programmes in which a shop can earn points back, what partners verified, credits, and proofs of cure.

CREATE TABLE programme (
    id             text        PRIMARY KEY,
    title_zh       text        NOT NULL CHECK (length(title_zh) BETWEEN 1 AND 200),
    title_en       text        NOT NULL CHECK (length(title_en) BETWEEN 1 AND 200),
    about_zh       text        NOT NULL CHECK (length(about_zh) BETWEEN 1 AND 10000),
    about_en       text        NOT NULL CHECK (length(about_en) BETWEEN 1 AND 10000),
    opens_at       timestamptz NOT NULL,
    closes_at      timestamptz NOT NULL CHECK (closes_at > opens_at),
    yearly_cap     integer     NOT NULL CHECK (yearly_cap BETWEEN 1 AND 1000),
    clean_days     integer     NOT NULL CHECK (clean_days BETWEEN 1 AND 1000),
    created_by     text        NOT NULL,
    created_at     timestamptz NOT NULL,
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32)
);
COMMENT ON COLUMN programme.yearly_cap IS 'The most points a shop is credited in a calendar year, over all programmes.';
COMMENT ON COLUMN programme.clean_days IS 'So long after its first verification a shop without a penalty came back clean.';

CREATE TABLE programme_verifier (
    programme_id text    NOT NULL REFERENCES programme,
    ordinal      integer NOT NULL CHECK (ordinal >= 0),
    verifier_id  text    NOT NULL CHECK (verifier_id ~ '^[A-Za-z0-9._-]{1,64}$'),
    public_key   text    NOT NULL CHECK (length(public_key) BETWEEN 1 AND 500),
    PRIMARY KEY (programme_id, verifier_id)
);
COMMENT ON COLUMN programme_verifier.public_key IS 'Ed25519, X.509 in base64.';

CREATE TABLE milestone (
    programme_id text    NOT NULL,
    milestone_id text    NOT NULL CHECK (milestone_id ~ '^[A-Za-z0-9._-]{1,64}$'),
    ordinal      integer NOT NULL CHECK (ordinal >= 0),
    kind         text    NOT NULL CHECK (kind ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    how_many     integer CHECK (how_many > 0),
    title_zh     text    NOT NULL CHECK (length(title_zh) BETWEEN 1 AND 200),
    title_en     text    NOT NULL CHECK (length(title_en) BETWEEN 1 AND 200),
    purpose      text    NOT NULL CHECK (purpose IN ('EARN_BACK', 'PROOF_OF_CURE', 'CONDITIONAL_RULING', 'UNDERTAKING')),
    credit       integer CHECK (credit > 0),
    verifier_id  text    NOT NULL,
    once         boolean NOT NULL,
    valid_days   integer NOT NULL CHECK (valid_days BETWEEN 1 AND 1000),
    PRIMARY KEY (programme_id, milestone_id),
    FOREIGN KEY (programme_id, verifier_id) REFERENCES programme_verifier,
    CHECK ((purpose = 'EARN_BACK') = (credit IS NOT NULL))
);

CREATE TABLE enrolment (
    id             text        PRIMARY KEY,
    programme_id   text        NOT NULL REFERENCES programme,
    merchant_id    text        NOT NULL REFERENCES merchant,
    shop_id        text        NOT NULL REFERENCES shop,
    enrolled_at    timestamptz NOT NULL,
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32),
    UNIQUE (programme_id, shop_id)
);
CREATE INDEX enrolment_shop ON enrolment (shop_id);

-- What a partner said, once and for ever; its reference is the partner's own.
CREATE TABLE milestone_verification (
    id           text        PRIMARY KEY,
    position     bigint      GENERATED ALWAYS AS IDENTITY,
    enrolment_id text        NOT NULL REFERENCES enrolment,
    programme_id text        NOT NULL,
    milestone_id text        NOT NULL,
    verifier_id  text        NOT NULL,
    reference    text        NOT NULL CHECK (length(reference) BETWEEN 1 AND 128),
    about        text        CHECK (length(about) BETWEEN 1 AND 64),
    achieved_at  timestamptz NOT NULL,
    verified_at  timestamptz NOT NULL CHECK (verified_at >= achieved_at),
    signature    text        NOT NULL,
    credited     integer     NOT NULL CHECK (credited >= 0),
    UNIQUE (programme_id, verifier_id, reference),
    FOREIGN KEY (programme_id, milestone_id) REFERENCES milestone
);
CREATE INDEX milestone_verification_enrolment ON milestone_verification (enrolment_id, position);
REVOKE UPDATE, DELETE ON milestone_verification FROM ${app_role};
CREATE TRIGGER milestone_verification_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON milestone_verification
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE point_credit (
    id              text        PRIMARY KEY,
    position        bigint      GENERATED ALWAYS AS IDENTITY,
    shop_id         text        NOT NULL,
    bucket          text        NOT NULL CHECK (bucket = 'GENERAL'),
    programme_id    text        NOT NULL REFERENCES programme,
    verification_id text        NOT NULL UNIQUE REFERENCES milestone_verification DEFERRABLE INITIALLY DEFERRED,
    points          integer     NOT NULL CHECK (points > 0),
    booked_at       timestamptz NOT NULL,
    behind_booking  integer     NOT NULL CHECK (behind_booking >= 0),
    FOREIGN KEY (shop_id, bucket) REFERENCES bucket
);
CREATE INDEX point_credit_shop ON point_credit (shop_id, position);
REVOKE UPDATE, DELETE ON point_credit FROM ${app_role};
CREATE TRIGGER point_credit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON point_credit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON COLUMN point_credit.behind_booking IS 'The shop''s last booking before it; it lowers only what later ones cross.';
