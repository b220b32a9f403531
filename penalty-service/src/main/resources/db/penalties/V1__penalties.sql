-- Penalties, their violations, points and measures. Every aggregate has version, event_sequence and chain_head.
-- Instants are business time, given by the application; points and days are whole numbers, money is minor units.

CREATE TABLE merchant (
    id             text        PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    language       text        NOT NULL CHECK (language IN ('zh', 'en')),
    email          text        CHECK (length(email) <= 254),
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32)
);

CREATE TABLE shop (
    id             text        PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    merchant_id    text        NOT NULL REFERENCES merchant,
    opened_at      timestamptz NOT NULL,
    target_version bigint      NOT NULL DEFAULT 0 CHECK (target_version >= 0),
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32)
);
CREATE INDEX shop_merchant ON shop (merchant_id, id);
COMMENT ON COLUMN shop.target_version IS 'Version of the target set of measures last published.';

CREATE TABLE rulebook (
    number         integer     PRIMARY KEY CHECK (number > 0),
    published_at   timestamptz NOT NULL,
    effective_from timestamptz NOT NULL,
    document       text        NOT NULL,
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32)
);
COMMENT ON COLUMN rulebook.document IS 'The registered text, canonical JSON; immutable, and what the history''s digest covers.';

CREATE TABLE rulebook_clause (
    number           integer NOT NULL REFERENCES rulebook,
    clause_id        text    NOT NULL CHECK (length(clause_id) BETWEEN 1 AND 64),
    bucket           text    NOT NULL CHECK (bucket ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    act_kind         text    NOT NULL CHECK (act_kind ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    closure_eligible boolean NOT NULL,
    PRIMARY KEY (number, clause_id)
);

CREATE TABLE penalty (
    id                  text        PRIMARY KEY,
    decision_id         text        NOT NULL,
    merchant_id         text        NOT NULL REFERENCES merchant,
    shop_id             text        NOT NULL REFERENCES shop,
    investigation_id    text,
    department_id       text,
    proposed_by         text        NOT NULL,
    imported_by         text,
    legacy_in_force_at  timestamptz,
    proposed_at         timestamptz NOT NULL,
    rulebook_number     integer     NOT NULL REFERENCES rulebook,
    explanation_zh      text        NOT NULL CHECK (length(explanation_zh) BETWEEN 1 AND 10000),
    explanation_en      text        NOT NULL CHECK (length(explanation_en) BETWEEN 1 AND 10000),
    automated_detection boolean     NOT NULL,
    automated_decision  boolean     NOT NULL,
    territory           text        NOT NULL CHECK (length(territory) BETWEEN 1 AND 64),
    status              text        NOT NULL CHECK (status IN ('PROPOSED', 'HELD', 'ANNOUNCED', 'IN_FORCE', 'SERVED', 'EXPIRED', 'REVERSED', 'REPLACED')),
    final               boolean     NOT NULL,
    high_impact         boolean     NOT NULL,
    approved_by         text        CHECK (approved_by <> proposed_by),
    announced_until     timestamptz,
    effective_at        timestamptz,
    booking             integer     CHECK (booking > 0),
    points_ceiling      integer     CHECK (points_ceiling >= 0),
    appeal_case_id      text,
    statement_id        text,
    version             bigint      NOT NULL CHECK (version > 0),
    event_sequence      bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head          bytea       NOT NULL CHECK (length(chain_head) = 32),
    UNIQUE (shop_id, booking),
    CHECK ((imported_by IS NULL) = (legacy_in_force_at IS NULL)),
    CHECK ((effective_at IS NULL) = (booking IS NULL)),
    CHECK (status NOT IN ('IN_FORCE', 'SERVED', 'EXPIRED') OR booking IS NOT NULL),
    CHECK (status <> 'ANNOUNCED' OR announced_until IS NOT NULL)
);
CREATE INDEX penalty_shop ON penalty (shop_id, proposed_at, id);
CREATE INDEX penalty_merchant ON penalty (merchant_id, proposed_at, id);
COMMENT ON COLUMN penalty.booking IS 'Place in the shop''s order of booking; points of a decision are taken in it.';

CREATE TABLE legacy_measure (
    penalty_id text        NOT NULL REFERENCES penalty,
    ordinal    integer     NOT NULL CHECK (ordinal >= 0),
    kind       text        NOT NULL CHECK (kind ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    started_at timestamptz NOT NULL,
    days       integer     CHECK (days > 0),
    PRIMARY KEY (penalty_id, ordinal)
);

CREATE TABLE violation (
    id                text        PRIMARY KEY,
    penalty_id        text        NOT NULL REFERENCES penalty,
    ordinal           integer     NOT NULL CHECK (ordinal >= 0),
    clause_id         text        NOT NULL,
    rulebook_number   integer     NOT NULL,
    bucket            text        NOT NULL,
    tariff            integer     NOT NULL CHECK (tariff > 0),
    assessed          integer     NOT NULL CHECK (assessed >= 0),
    points            integer     NOT NULL CHECK (points >= 0 AND points <= assessed),
    closure_eligible  boolean     NOT NULL,
    act_kind          text        NOT NULL,
    act_from          timestamptz NOT NULL,
    act_to            timestamptz NOT NULL CHECK (act_to >= act_from),
    fact_zh           text        CHECK (length(fact_zh) BETWEEN 1 AND 10000),
    fact_en           text        CHECK (length(fact_en) BETWEEN 1 AND 10000),
    fact_orders       text[]      NOT NULL,
    fact_listings     text[]      NOT NULL,
    fact_amount_minor bigint      CHECK (fact_amount_minor >= 0),
    fact_currency     text        CHECK (fact_currency ~ '^[A-Z]{3}$'),
    fact_count        integer     CHECK (fact_count >= 0),
    factor_names      text[]      NOT NULL,
    factor_values     text[]      NOT NULL,
    factor_reasons    text        CHECK (length(factor_reasons) <= 10000),
    UNIQUE (penalty_id, ordinal),
    FOREIGN KEY (rulebook_number, clause_id) REFERENCES rulebook_clause,
    CHECK ((fact_zh IS NULL) = (fact_en IS NULL)),
    CHECK ((fact_amount_minor IS NULL) = (fact_currency IS NULL)),
    CHECK (cardinality(factor_names) = cardinality(factor_values)),
    CONSTRAINT at_least_one_disclosed_fact CHECK (
        fact_zh IS NOT NULL OR cardinality(fact_orders) > 0 OR cardinality(fact_listings) > 0
        OR fact_amount_minor IS NOT NULL OR fact_count IS NOT NULL)
);

-- One fact, one punishment: between penalties, not inside one. A row lapses when its penalty is reversed.
CREATE TABLE punished_object (
    violation_id text      NOT NULL REFERENCES violation,
    ordinal      integer   NOT NULL CHECK (ordinal >= 0),
    penalty_id   text      NOT NULL,
    shop_id      text      NOT NULL,
    act_kind     text      NOT NULL,
    object_type  text      NOT NULL CHECK (object_type IN ('LISTING', 'ORDER', 'SHOP')),
    object_id    text      NOT NULL CHECK (object_id ~ '^[A-Za-z0-9._-]{1,64}$'),
    during       tstzrange NOT NULL CHECK (NOT isempty(during)),
    lapsed       boolean   NOT NULL DEFAULT false,
    PRIMARY KEY (violation_id, ordinal),
    CONSTRAINT one_fact_one_punishment EXCLUDE USING gist (
        shop_id WITH =, act_kind WITH =, object_type WITH =, object_id WITH =, during WITH &&, penalty_id WITH <>
    ) WHERE (NOT lapsed)
);

CREATE TABLE statement (
    id           text        PRIMARY KEY,
    penalty_id   text        NOT NULL REFERENCES penalty,
    zh           text        NOT NULL,
    en           text        NOT NULL,
    issued_at    timestamptz NOT NULL,
    stored_at    timestamptz,
    delivered_at timestamptz
);
CREATE INDEX statement_penalty ON statement (penalty_id);
ALTER TABLE penalty ADD FOREIGN KEY (statement_id) REFERENCES statement DEFERRABLE INITIALLY DEFERRED;

-- A bucket's row is the lock under which its points are booked.
CREATE TABLE bucket (
    shop_id        text   NOT NULL REFERENCES shop,
    bucket         text   NOT NULL CHECK (bucket ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    version        bigint NOT NULL CHECK (version >= 0),
    event_sequence bigint NOT NULL CHECK (event_sequence >= 0),
    chain_head     bytea  NOT NULL CHECK (length(chain_head) = 32),
    PRIMARY KEY (shop_id, bucket)
);

CREATE TABLE point_entry (
    id           text        PRIMARY KEY,
    position     bigint      GENERATED ALWAYS AS IDENTITY,
    shop_id      text        NOT NULL,
    bucket       text        NOT NULL,
    penalty_id   text        NOT NULL REFERENCES penalty,
    violation_id text        NOT NULL REFERENCES violation,
    kind         text        NOT NULL CHECK (kind IN ('BOOKING', 'REDUCTION', 'REVERSAL')),
    points       integer     NOT NULL CHECK (points <> 0 AND (kind = 'BOOKING') = (points > 0)),
    effective_at timestamptz NOT NULL,
    known_at     timestamptz NOT NULL,
    FOREIGN KEY (shop_id, bucket) REFERENCES bucket
);
CREATE INDEX point_entry_shop ON point_entry (shop_id, bucket, position);
REVOKE UPDATE, DELETE ON point_entry FROM ${app_role};
CREATE TRIGGER point_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON point_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE measure (
    id                       text        PRIMARY KEY,
    penalty_id               text        NOT NULL REFERENCES penalty,
    shop_id                  text        NOT NULL REFERENCES shop,
    ground_bucket            text,
    ground_threshold         integer     CHECK (ground_threshold > 0),
    kind                     text        NOT NULL CHECK (kind ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    days                     integer     CHECK (days > 0),
    origin                   text        NOT NULL CHECK (origin IN ('IMPOSED', 'IMPORTED', 'CONTINUED')),
    state                    text        NOT NULL CHECK (state IN ('SCHEDULED', 'IN_FORCE', 'SUSPENDED', 'LIFTED', 'SERVED', 'REVERSED')),
    begun                    boolean     NOT NULL,
    starts_at                timestamptz NOT NULL,
    ends_at                  timestamptz,
    ended_at                 timestamptz,
    confirmed_state          text        CHECK (confirmed_state IN ('SCHEDULED', 'IN_FORCE', 'SUSPENDED', 'LIFTED', 'SERVED', 'REVERSED')),
    confirmed_at             timestamptz,
    confirmed_target_version bigint      CHECK (confirmed_target_version >= 0),
    version                  bigint      NOT NULL CHECK (version > 0),
    event_sequence           bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head               bytea       NOT NULL CHECK (length(chain_head) = 32),
    CHECK ((ground_bucket IS NULL) = (ground_threshold IS NULL)),
    CHECK ((ground_bucket IS NULL) = (origin = 'IMPORTED')),
    CHECK ((confirmed_state IS NULL) = (confirmed_at IS NULL)),
    CHECK ((confirmed_state IS NULL) = (confirmed_target_version IS NULL)),
    CHECK ((ended_at IS NULL) = (state IN ('SCHEDULED', 'IN_FORCE', 'SUSPENDED'))),
    CHECK (state <> 'IN_FORCE' OR begun)
);
CREATE INDEX measure_shop ON measure (shop_id, id);

-- Each effect line of a ruling has an effect once; an answer is null while the marketplace has yet to confirm.
CREATE TABLE applied_effect (
    effect_id     text        PRIMARY KEY,
    case_id       text        NOT NULL,
    ruling_id     text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('POINTS', 'MEASURE')),
    subject       text        NOT NULL,
    target_points integer     CHECK (target_points >= 0),
    target_state  text        CHECK (target_state IN ('LIFTED', 'REVERSED')),
    received_at   timestamptz NOT NULL,
    result        text        CHECK (result IN ('APPLIED', 'SUPERSEDED', 'FAILED')),
    answered_at   timestamptz,
    CHECK ((kind = 'POINTS') = (target_points IS NOT NULL)),
    CHECK ((kind = 'MEASURE') = (target_state IS NOT NULL)),
    CHECK ((result IS NULL) = (answered_at IS NULL))
);
CREATE INDEX applied_effect_waiting ON applied_effect (subject) WHERE result IS NULL;
