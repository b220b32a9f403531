-- A request that was denied can be reopened too.
ALTER TABLE case_reopening
    DROP CONSTRAINT case_reopening_outcome_check,
    ADD CONSTRAINT case_reopening_outcome_check
        CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'PARTIAL', 'GRANT', 'PARTLY_GRANT', 'DENY'));
