-- What merchants put forward to be heard: no proposal against them rests on it without an independent source.
CREATE TABLE protected_disclosure (
    reference   text        NOT NULL,
    merchant_id text        NOT NULL,
    case_id     text        NOT NULL,
    filed_at    timestamptz NOT NULL,
    PRIMARY KEY (reference, merchant_id)
);
COMMENT ON TABLE protected_disclosure IS 'By reference only: the id of a file of evidence, or the SHA-256 of its content; with the case it was first filed in. Append-only.';
REVOKE UPDATE, DELETE ON protected_disclosure FROM ${app_role};
CREATE TRIGGER protected_disclosure_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON protected_disclosure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
