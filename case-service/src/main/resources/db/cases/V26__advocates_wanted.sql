-- Cases whose advocate is absent, or that have none yet, and for which nobody was free. Looked at again until somebody is.
CREATE TABLE advocate_wanted (
    case_id text        PRIMARY KEY REFERENCES case_file,
    absent  text,
    since   timestamptz NOT NULL
);
COMMENT ON COLUMN advocate_wanted.absent IS 'The advocate who has the case and is away; null where it has none.';

-- How many cases of a queue one person has on lease at once.
ALTER TABLE work_queue ADD COLUMN lease_limit integer NOT NULL DEFAULT 5 CHECK (lease_limit BETWEEN 1 AND 100);

-- What integrity asks refused attempts by.
CREATE INDEX independence_attempt_case ON independence_attempt (case_id, attempt_id);
CREATE INDEX independence_attempt_by ON independence_attempt (by, attempt_id);
CREATE INDEX independence_attempt_attempt ON independence_attempt (attempt, attempt_id);
CREATE INDEX independence_attempt_at ON independence_attempt (at);
