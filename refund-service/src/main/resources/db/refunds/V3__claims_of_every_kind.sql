-- Claims of every kind; only the reversal of a penalty names one.
ALTER TABLE claim
  DROP CONSTRAINT claim_kind_check,
  ADD CONSTRAINT claim_kind_check CHECK (kind IN ('PENALTY_REVERSAL', 'COMPENSATION', 'FEE_RELIEF', 'GOODWILL', 'REMEDIATION')),
  ALTER COLUMN penalty_id DROP NOT NULL,
  ADD CONSTRAINT reversals_name_their_penalty CHECK (kind <> 'PENALTY_REVERSAL' OR penalty_id IS NOT NULL);
