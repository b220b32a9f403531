-- The inbox: one row per notice. Its words never change; only the first reading is added.
CREATE TABLE notice (
  id               text        PRIMARY KEY,
  version          bigint      NOT NULL CHECK (version > 0),
  event_sequence   bigint      NOT NULL CHECK (event_sequence > 0),
  chain_head       bytea       NOT NULL,
  source_event_id  text        NOT NULL,
  type             text        NOT NULL,
  recipient_kind   text        NOT NULL CHECK (recipient_kind IN ('MERCHANT', 'EMPLOYEE')),
  recipient_id     text        NOT NULL,
  merchant_id      text,
  penalty_id       text,
  statement_id     text,
  case_id          text,
  measure_id       text,
  language         text        NOT NULL CHECK (language IN ('ZH', 'EN')),
  messages_version text        NOT NULL,
  title_zh         text        NOT NULL CHECK (title_zh <> ''),
  title_en         text        NOT NULL CHECK (title_en <> ''),
  body_zh          text        NOT NULL CHECK (body_zh <> ''),
  body_en          text        NOT NULL CHECK (body_en <> ''),
  stored_at        timestamptz NOT NULL,
  read_at          timestamptz,
  -- Permanent, unlike the inbox of events: an event told again a year later is still told once.
  CONSTRAINT notice_once_per_event_and_recipient UNIQUE (source_event_id, recipient_kind, recipient_id)
);

CREATE INDEX notice_inbox ON notice (recipient_kind, recipient_id, id DESC);
CREATE INDEX notice_unread ON notice (recipient_kind, recipient_id, id DESC) WHERE read_at IS NULL;

CREATE FUNCTION notice_words_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'notice % is durable', OLD.id;
  END IF;
  IF OLD.read_at IS NOT NULL AND NEW.read_at IS DISTINCT FROM OLD.read_at THEN
    RAISE EXCEPTION 'notice % was read at %', OLD.id, OLD.read_at;
  END IF;
  IF (to_jsonb(NEW) - ARRAY['version', 'event_sequence', 'chain_head', 'read_at'])
     IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'event_sequence', 'chain_head', 'read_at']) THEN
    RAISE EXCEPTION 'the words of notice % never change', OLD.id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER notice_words_never_change BEFORE UPDATE OR DELETE ON notice
  FOR EACH ROW EXECUTE FUNCTION notice_words_never_change();

REVOKE DELETE ON notice FROM ${app_role};

-- Who the merchants are, as the penalty service tells it: for the language in which a notice is shown first.
CREATE TABLE merchant (
  id       text   PRIMARY KEY,
  name     text   NOT NULL,
  language text   NOT NULL CHECK (language IN ('ZH', 'EN')),
  sequence bigint NOT NULL
);
