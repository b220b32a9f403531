-- What respondents, or who is above them, are refused: also to choose the first advocate, and to say in whose queue a case
-- lies.
ALTER TABLE independence_attempt DROP CONSTRAINT independence_attempt_attempt_check;
ALTER TABLE independence_attempt ADD CONSTRAINT independence_attempt_attempt_check
    CHECK (attempt IN ('REASSIGN', 'ABSENCE', 'RATE', 'ASSIGN', 'MOVE'));
COMMENT ON TABLE independence_attempt IS
    'Refused attempts to choose, remove, reassign or rate an advocate, or to say who decides; append-only.';
COMMENT ON COLUMN independence_attempt.advocate_id IS 'The case''s advocate then; - where it had none yet.';

-- Whether a clock of the case has lapsed and what it is for is still to be done, as of the last look at its clocks.
ALTER TABLE queue_item ADD COLUMN past_due boolean NOT NULL DEFAULT false;

-- The organisations from the one in force at an instant to this version.
CREATE FUNCTION charts_since(opened timestamptz, latest bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT v.version FROM configuration_version v
    WHERE v.id = 'org' AND v.version <= latest
      AND v.version >= least(latest, coalesce((
          SELECT max(o.version) FROM configuration_version o WHERE o.id = 'org' AND o.set_at <= opened), 0))
$$;
