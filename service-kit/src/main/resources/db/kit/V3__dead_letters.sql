-- What operators did about a dead letter. One record of a broker that was replaced may stand at the place of another's,
-- so the place alone does not say which record it is.

ALTER TABLE dead_letter
    ADD COLUMN attempts      integer NOT NULL DEFAULT 0,
    ADD COLUMN attempted_at  timestamptz,
    ADD COLUMN attempt_cause text,
    ADD COLUMN closed_by     text;

ALTER TABLE dead_letter DROP CONSTRAINT dead_letter_topic_partition_record_offset_key;
CREATE UNIQUE INDEX dead_letter_record ON dead_letter (topic, partition, record_offset, md5(envelope));
CREATE INDEX dead_letter_state ON dead_letter (state, id);
CREATE INDEX dead_letter_closed ON dead_letter (closed_at) WHERE state <> 'OPEN';
