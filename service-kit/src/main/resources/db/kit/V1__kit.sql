-- What every service's schema holds besides its own tables. now() is machine time; business times come from the application.

CREATE TABLE history (
    subject       text        NOT NULL,
    sequence      bigint      NOT NULL CHECK (sequence > 0),
    version       bigint      NOT NULL CHECK (version > 0),
    event_id      text        NOT NULL UNIQUE,
    event_type    text        NOT NULL,
    business_time timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL DEFAULT now(),
    actor         text        NOT NULL,
    envelope      text        NOT NULL,
    salt          bytea       NOT NULL,
    digest        bytea       NOT NULL CHECK (length(digest) = 32),
    prev_hash     bytea       NOT NULL CHECK (length(prev_hash) = 32),
    hash          bytea       NOT NULL CHECK (length(hash) = 32),
    xid           xid8        NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (subject, sequence)
);
COMMENT ON COLUMN history.xid IS 'Tells a checkpoint what was committed since the one before.';
CREATE INDEX history_xid ON history (xid);
REVOKE UPDATE, DELETE ON history FROM ${app_role};

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id   text        NOT NULL,
    topic      text        NOT NULL,
    key        text        NOT NULL,
    subject    text        NOT NULL,
    sequence   bigint      NOT NULL,
    envelope   text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE idempotency (
    operation    text        NOT NULL,
    caller       text        NOT NULL,
    key          text        NOT NULL CHECK (length(key) <= 128),
    request_hash bytea       NOT NULL,
    status       smallint    NOT NULL,
    headers      text        NOT NULL,
    body         bytea       NOT NULL,
    stored_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (operation, caller, key)
);
CREATE INDEX idempotency_stored_at ON idempotency (stored_at);

CREATE TABLE deadline (
    kind         text        NOT NULL,
    subject      text        NOT NULL,
    due_at       timestamptz NOT NULL,
    state        text        NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'DONE', 'CANCELLED')),
    failures     integer     NOT NULL DEFAULT 0,
    not_before   timestamptz NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (kind, subject)
);
CREATE INDEX deadline_due ON deadline (due_at) WHERE state = 'PENDING';

CREATE TABLE consumer_offset (
    topic     text    NOT NULL,
    partition integer NOT NULL,
    next      bigint  NOT NULL,
    PRIMARY KEY (topic, partition)
);

CREATE TABLE inbox (
    topic      text        NOT NULL,
    subject    text        NOT NULL,
    sequence   bigint      NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, subject)
);
COMMENT ON TABLE inbox IS 'The last event handled of each subject; one at or below it is a duplicate.';

CREATE TABLE parked_event (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    partition  integer     NOT NULL,
    record_offset bigint   NOT NULL,
    key        text        NOT NULL,
    subject    text        NOT NULL,
    sequence   bigint      NOT NULL,
    envelope   text        NOT NULL,
    reason     text        NOT NULL,
    parked_at  timestamptz NOT NULL DEFAULT now(),
    deadline   timestamptz NOT NULL,
    UNIQUE (topic, subject, sequence)
);
CREATE INDEX parked_event_key ON parked_event (topic, key, id);

CREATE TABLE dead_letter (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    partition  integer     NOT NULL,
    record_offset bigint   NOT NULL,
    key        text        NOT NULL,
    subject    text,
    sequence   bigint,
    envelope   text        NOT NULL,
    cause      text        NOT NULL,
    state      text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'REPLAYED', 'DISCARDED')),
    opened_at  timestamptz NOT NULL DEFAULT now(),
    closed_at  timestamptz,
    note       text,
    UNIQUE (topic, partition, record_offset)
);
CREATE INDEX dead_letter_open ON dead_letter (topic, key) WHERE state = 'OPEN';
