-- What a trace is found by. Copies of what the envelope says: rows of before have none and are found by event and subject.

ALTER TABLE history ADD COLUMN correlation_id text, ADD COLUMN trace_id text;
CREATE INDEX history_correlation ON history (correlation_id, recorded_at);
CREATE INDEX history_trace ON history (trace_id, recorded_at);

CREATE INDEX dead_letter_subject ON dead_letter (subject, sequence);
