-- Files of evidence. Bytes are kept outside, once for each content; here is what is known of them. Times are business
-- times unless said otherwise.

CREATE TABLE evidence_content (
    sha256   text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes    bigint  NOT NULL CHECK (bytes > 0),
    suspect  boolean NOT NULL DEFAULT false,
    removing boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE evidence_content IS 'What may lie in the store.';
COMMENT ON COLUMN evidence_content.suspect IS 'Perhaps nothing refers to it any more.';
COMMENT ON COLUMN evidence_content.removing IS 'Nothing does: its bytes are being removed, and it takes no new reference.';
CREATE INDEX evidence_content_suspect ON evidence_content (sha256) WHERE suspect;
CREATE INDEX evidence_content_removing ON evidence_content (sha256) WHERE removing;

CREATE TABLE evidence_pin (
    pin_id text PRIMARY KEY,
    sha256 text        NOT NULL REFERENCES evidence_content,
    at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE evidence_pin IS 'Uploads between their last byte and their row; machine time. One that is left over is of a crash.';
CREATE INDEX evidence_pin_content ON evidence_pin (sha256);
CREATE INDEX evidence_pin_at ON evidence_pin (at);

CREATE TABLE evidence_file (
    evidence_id    text PRIMARY KEY CHECK (evidence_id LIKE 'evd\_%'),
    case_id        text        NOT NULL REFERENCES case_file,
    side           text        NOT NULL CHECK (side IN ('MERCHANT', 'DEPARTMENT')),
    file_name      text        NOT NULL CHECK (file_name <> ''),
    media_type     text        NOT NULL,
    bytes          bigint      NOT NULL CHECK (bytes > 0),
    sha256         text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    proves         text        NOT NULL,
    hardship       boolean     NOT NULL CHECK (NOT hardship OR side = 'MERCHANT'),
    added_by       text        NOT NULL,
    added_at       timestamptz NOT NULL,
    filed_by       text,
    filed_at       timestamptz,
    scan_verdict   text        NOT NULL CHECK (scan_verdict IN ('NOT_CONFIGURED', 'CLEAN', 'INFECTED', 'UNKNOWN')),
    scanned_at     timestamptz,
    scans          integer     NOT NULL CHECK (scans >= 0),
    scan_wanted    boolean     NOT NULL DEFAULT false,
    held_by        text,
    held_at        timestamptz,
    hold_reason    text,
    deleted_at     timestamptz,
    version        bigint      NOT NULL CHECK (version > 0),
    CHECK ((filed_by IS NULL) = (filed_at IS NULL)),
    CHECK ((scanned_at IS NULL) = (scans = 0)),
    CHECK ((held_by IS NULL) = (held_at IS NULL) AND (held_by IS NULL) = (hold_reason IS NULL)),
    CHECK (deleted_at IS NULL OR held_at IS NULL)
);
-- The same content from the same side of a case is one file.
CREATE UNIQUE INDEX evidence_file_once ON evidence_file (case_id, side, sha256) WHERE deleted_at IS NULL;
CREATE INDEX evidence_file_case ON evidence_file (case_id, evidence_id);
CREATE INDEX evidence_file_content ON evidence_file (sha256) WHERE deleted_at IS NULL;
CREATE INDEX evidence_file_scan ON evidence_file (evidence_id) WHERE scan_wanted;

CREATE TABLE evidence_log (
    sequence    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    evidence_id text        NOT NULL,
    act         text        NOT NULL CHECK (act IN ('ADDED', 'READ', 'FILED', 'SCANNED', 'HELD', 'RELEASED', 'DELETED')),
    by          text        NOT NULL,
    at          timestamptz NOT NULL,
    request_id  text        NOT NULL,
    reason      text
);
COMMENT ON TABLE evidence_log IS 'Who did what with a file, and read it; append-only.';
REVOKE UPDATE, DELETE ON evidence_log FROM ${app_role};
CREATE INDEX evidence_log_file ON evidence_log (evidence_id, sequence);
