-- Reads across shops: penalties by what they are about, in order of proposal.

CREATE INDEX penalty_proposed ON penalty (proposed_at, id);
CREATE INDEX penalty_status ON penalty (status, proposed_at, id);
CREATE INDEX penalty_decided ON penalty ((coalesce(approved_by, proposed_by)), proposed_at, id);
CREATE INDEX violation_clause ON violation (clause_id, rulebook_number, penalty_id);

-- The register of closures, in the order of their ids.
CREATE INDEX measure_open_ended ON measure (id) INCLUDE (kind) WHERE days IS NULL AND begun;
