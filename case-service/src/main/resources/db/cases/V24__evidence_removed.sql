-- A file that whoever added it has taken back before it was filed. Business time.

ALTER TABLE evidence_file
    ADD COLUMN removed_at timestamptz,
    ADD CONSTRAINT evidence_file_removed CHECK (removed_at IS NULL OR filed_at IS NULL);
COMMENT ON COLUMN evidence_file.removed_at IS
    'Its side sees it no more. Its bytes are deleted at that moment too, unless they are held.';

-- The same content may be added anew.
DROP INDEX evidence_file_once;
CREATE UNIQUE INDEX evidence_file_once ON evidence_file (case_id, side, sha256)
    WHERE deleted_at IS NULL AND removed_at IS NULL;
