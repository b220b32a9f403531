-- Channels beside the inbox: where a recipient wants to be told, and the evidence of each delivery.

ALTER TABLE merchant ADD COLUMN email text CHECK (length(email) <= 254);

-- Which advocate argues the case about a penalty: whom to tell when the merchant's address does not work.
CREATE TABLE case_party (
  case_id     text   PRIMARY KEY,
  penalty_id  text,
  merchant_id text   NOT NULL,
  advocate_id text
);
CREATE INDEX case_party_penalty ON case_party (penalty_id);

ALTER TABLE notice ADD COLUMN acknowledged_at timestamptz;

CREATE OR REPLACE FUNCTION notice_words_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'notice % is durable', OLD.id;
  END IF;
  IF OLD.read_at IS NOT NULL AND NEW.read_at IS DISTINCT FROM OLD.read_at THEN
    RAISE EXCEPTION 'notice % was read at %', OLD.id, OLD.read_at;
  END IF;
  IF OLD.acknowledged_at IS NOT NULL AND NEW.acknowledged_at IS DISTINCT FROM OLD.acknowledged_at THEN
    RAISE EXCEPTION 'notice % was acknowledged at %', OLD.id, OLD.acknowledged_at;
  END IF;
  IF (to_jsonb(NEW) - ARRAY['version', 'event_sequence', 'chain_head', 'read_at', 'acknowledged_at'])
     IS DISTINCT FROM
     (to_jsonb(OLD) - ARRAY['version', 'event_sequence', 'chain_head', 'read_at', 'acknowledged_at']) THEN
    RAISE EXCEPTION 'the words of notice % never change', OLD.id;
  END IF;
  RETURN NEW;
END $$;

-- How a recipient wants to be told. Critical notices do not look here.
CREATE TABLE preference (
  recipient_kind text     NOT NULL CHECK (recipient_kind IN ('MERCHANT', 'EMPLOYEE')),
  recipient_id   text     NOT NULL,
  version        bigint   NOT NULL CHECK (version > 0),
  event_sequence bigint   NOT NULL CHECK (event_sequence > 0),
  chain_head     bytea    NOT NULL,
  language       text     CHECK (language IN ('ZH', 'EN')),
  important      text[]   NOT NULL CHECK (important <@ ARRAY['EMAIL', 'SMS']),
  information    text[]   NOT NULL CHECK (information <@ ARRAY['EMAIL', 'SMS']),
  quiet_from     time,
  quiet_to       time,
  quiet_zone     text,
  sms_number     text     CHECK (length(sms_number) <= 16),
  PRIMARY KEY (recipient_kind, recipient_id),
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL) AND (quiet_from IS NULL) = (quiet_zone IS NULL))
);
REVOKE DELETE ON preference FROM ${app_role};

-- One row per notice and channel outside the inbox. The row says what is to be done next; delivery_step is the evidence.
CREATE TABLE delivery (
  notice_id   text        NOT NULL REFERENCES notice (id),
  channel     text        NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
  state       text        NOT NULL CHECK (state IN ('QUEUED', 'SENT', 'ACCEPTED', 'BOUNCED', 'FAILED')),
  address     text        NOT NULL CHECK (length(address) <= 254),
  held        boolean     NOT NULL,
  attempts    integer     NOT NULL DEFAULT 0,
  steps       integer     NOT NULL CHECK (steps > 0),
  -- Machine time, as everything that paces the sending; business time is in the steps.
  not_before  timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (notice_id, channel)
);
COMMENT ON COLUMN delivery.held IS 'Waits for the end of quiet hours.';
COMMENT ON COLUMN delivery.steps IS 'How many steps it has had; guards each change.';
CREATE INDEX delivery_to_send ON delivery (channel, not_before) WHERE state = 'QUEUED' AND NOT held;
REVOKE DELETE ON delivery FROM ${app_role};

CREATE TABLE delivery_step (
  notice_id   text        NOT NULL,
  channel     text        NOT NULL,
  number      integer     NOT NULL CHECK (number > 0),
  state       text        NOT NULL CHECK (state IN ('QUEUED', 'SENT', 'ACCEPTED', 'BOUNCED', 'FAILED')),
  at          timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  evidence    text        NOT NULL CHECK (length(evidence) <= 512),
  PRIMARY KEY (notice_id, channel, number),
  FOREIGN KEY (notice_id, channel) REFERENCES delivery (notice_id, channel)
);
COMMENT ON COLUMN delivery_step.at IS 'Business time.';
COMMENT ON COLUMN delivery_step.recorded_at IS 'Machine time.';
REVOKE UPDATE, DELETE ON delivery_step FROM ${app_role};
CREATE TRIGGER delivery_step_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON delivery_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a live stream shows, in an order in which nothing is lost: rows of finished transactions only, by transaction
-- and then by position. A row committed later always stands behind those that were shown.
CREATE TABLE stream_event (
  position       bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid            xid8    NOT NULL DEFAULT pg_current_xact_id(),
  recipient_kind text    NOT NULL,
  recipient_id   text    NOT NULL,
  notice_id      text    NOT NULL REFERENCES notice (id)
);
CREATE INDEX stream_event_of ON stream_event (recipient_kind, recipient_id, xid, position);
CREATE INDEX stream_event_order ON stream_event (xid, position);
REVOKE UPDATE, DELETE ON stream_event FROM ${app_role};

CREATE FUNCTION notice_is_streamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stream_event (recipient_kind, recipient_id, notice_id)
  VALUES (NEW.recipient_kind, NEW.recipient_id, NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER notice_is_streamed_when_new AFTER INSERT ON notice
  FOR EACH ROW EXECUTE FUNCTION notice_is_streamed();
CREATE TRIGGER notice_is_streamed_when_read AFTER UPDATE ON notice
  FOR EACH ROW WHEN (OLD.read_at IS NULL AND NEW.read_at IS NOT NULL) EXECUTE FUNCTION notice_is_streamed();
