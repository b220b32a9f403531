-- API keys of machines, and mandates of agencies: what the gateway decides by. Times of keys are machine time, times of
-- mandates business time.

CREATE TABLE api_key (
    key_id           text        PRIMARY KEY CHECK (key_id ~ '^key_[0-9a-f]{32}$'),
    machine_id       text        NOT NULL CHECK (machine_id ~ '^[A-Za-z0-9._-]{1,64}$'),
    description      text        NOT NULL CHECK (length(description) BETWEEN 1 AND 200),
    created_at       timestamptz NOT NULL,
    created_by       text        NOT NULL,
    expires_at       timestamptz,
    secret_hash      bytea       NOT NULL CHECK (length(secret_hash) = 32),
    rotated_at       timestamptz,
    old_secret_hash  bytea       CHECK (length(old_secret_hash) = 32),
    old_secret_until timestamptz,
    revoked_at       timestamptz,
    version          bigint      NOT NULL CHECK (version > 0),
    event_sequence   bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head       bytea       NOT NULL CHECK (length(chain_head) = 32),
    CHECK ((old_secret_hash IS NULL) = (old_secret_until IS NULL))
);
COMMENT ON COLUMN api_key.secret_hash IS 'SHA-256 of 256 random bits; the secret itself is nowhere.';

CREATE TABLE api_key_use (
    key_id    text PRIMARY KEY REFERENCES api_key,
    last_used date NOT NULL
);
COMMENT ON TABLE api_key_use IS 'Apart from the key, because a use is no change of it. Written once a day at most.';

CREATE TABLE mandate (
    mandate_id     text        PRIMARY KEY CHECK (mandate_id LIKE 'man\_%'),
    merchant_id    text        NOT NULL CHECK (merchant_id ~ '^[A-Za-z0-9._-]{1,64}$'),
    agency_id      text        NOT NULL CHECK (agency_id ~ '^[A-Za-z0-9._-]{1,64}$'),
    given_by       text        NOT NULL,
    given_at       timestamptz NOT NULL,
    begins_at      timestamptz NOT NULL,
    ends_at        timestamptz,
    revoked_at     timestamptz,
    revoked_by     text,
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32),
    CHECK (ends_at > begins_at),
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
    -- one mandate of a merchant for an agency at a time, so that revoking it ends it
    EXCLUDE USING gist (merchant_id WITH =, agency_id WITH =, tstzrange(begins_at, ends_at) WITH &&) WHERE (revoked_at IS NULL)
);
CREATE INDEX mandate_merchant ON mandate (merchant_id, mandate_id);
CREATE INDEX mandate_agency ON mandate (agency_id, mandate_id);
