-- The words that notices are made from. A draft may change; an approved template is superseded, never changed.
CREATE TABLE template (
  id               text        PRIMARY KEY,
  version          bigint      NOT NULL CHECK (version > 0),
  event_sequence   bigint      NOT NULL CHECK (event_sequence > 0),
  chain_head       bytea       NOT NULL,
  type             text        NOT NULL,
  addressee        text        NOT NULL,
  status           text        NOT NULL CHECK (status IN ('DRAFT', 'APPROVED', 'SUPERSEDED')),
  template_version integer     CHECK (template_version > 0),
  title_zh         text,
  body_zh          text,
  title_en         text,
  body_en          text,
  authors          text[]      NOT NULL CHECK (cardinality(authors) > 0),
  approved_by      text,
  drafted_at       timestamptz NOT NULL,
  approved_at      timestamptz,
  superseded_at    timestamptz,
  -- Two approvals at the same moment want the same number: one of them is decided again.
  CONSTRAINT template_once_per_version UNIQUE (type, addressee, template_version),
  CONSTRAINT template_approved_is_whole CHECK (status = 'DRAFT' OR (
    template_version IS NOT NULL AND approved_by IS NOT NULL AND approved_at IS NOT NULL
    AND title_zh <> '' AND body_zh <> '' AND title_en <> '' AND body_en <> '')),
  CONSTRAINT template_superseded_has_a_time CHECK ((status = 'SUPERSEDED') = (superseded_at IS NOT NULL))
);

CREATE INDEX template_current ON template (type, addressee) WHERE status = 'APPROVED';

CREATE FUNCTION template_approved_words_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'template % is kept', OLD.id;
  END IF;
  IF OLD.status <> 'DRAFT'
     AND (to_jsonb(NEW) - ARRAY['version', 'event_sequence', 'chain_head', 'status', 'superseded_at'])
         IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'event_sequence', 'chain_head', 'status', 'superseded_at']) THEN
    RAISE EXCEPTION 'the words of the approved template % never change', OLD.id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER template_approved_words_never_change BEFORE UPDATE OR DELETE ON template
  FOR EACH ROW EXECUTE FUNCTION template_approved_words_never_change();

REVOKE DELETE ON template FROM ${app_role};

-- A notice names the words it was made from. Notices from before keep the name of their message files.
ALTER TABLE notice
  ADD COLUMN template_id text REFERENCES template,
  ADD COLUMN template_version integer,
  ALTER COLUMN messages_version DROP NOT NULL,
  ADD CONSTRAINT notice_knows_its_words CHECK (
    (messages_version IS NOT NULL) <> (template_id IS NOT NULL AND template_version IS NOT NULL));

-- What was not sent because it would have had a gap or told something sealed, with the event it is about.
CREATE TABLE refused_notice (
  id              text        PRIMARY KEY,
  version         bigint      NOT NULL CHECK (version > 0),
  event_sequence  bigint      NOT NULL CHECK (event_sequence > 0),
  chain_head      bytea       NOT NULL,
  type            text        NOT NULL,
  addressee       text        NOT NULL,
  source_event_id text        NOT NULL,
  event_type      text        NOT NULL,
  event_time      timestamptz NOT NULL,
  member_names    text[]      NOT NULL,
  member_values   text[]      NOT NULL,
  reason          text        NOT NULL,
  detail          text        NOT NULL,
  refused_at      timestamptz NOT NULL,
  status          text        NOT NULL CHECK (status IN ('OPEN', 'RESOLVED')),
  notice_id       text        REFERENCES notice,
  resolved_by     text,
  resolved_at     timestamptz,
  CONSTRAINT refused_notice_once_per_event_and_addressee UNIQUE (source_event_id, addressee),
  CONSTRAINT refused_notice_members_have_values CHECK (cardinality(member_names) = cardinality(member_values)),
  CONSTRAINT refused_notice_resolved_by_somebody
    CHECK ((status = 'RESOLVED') = (resolved_by IS NOT NULL AND resolved_at IS NOT NULL))
);

CREATE INDEX refused_notice_list ON refused_notice (status, id DESC);

REVOKE DELETE ON refused_notice FROM ${app_role};
