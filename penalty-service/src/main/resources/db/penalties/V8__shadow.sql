-- Drafts watched in shadow, what objections are about, and decisions inside a range compared with each other.

ALTER TABLE rulebook_objection ADD COLUMN clause_id text CHECK (clause_id ~ '^[A-Za-z0-9._-]{1,64}$');
COMMENT ON COLUMN rulebook_objection.clause_id IS 'The clause that it is about; null when it is about the rules as a whole.';

-- Clauses of announced drafts against which detection systems may report hits. One ends with its draft.
CREATE TABLE shadow_clause (
    id             text        PRIMARY KEY,
    draft_id       text        NOT NULL REFERENCES rulebook_draft,
    clause_id      text        NOT NULL CHECK (clause_id ~ '^[A-Za-z0-9._-]{1,64}$'),
    put_by         text        NOT NULL,
    put_at         timestamptz NOT NULL,
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence > 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32),
    UNIQUE (draft_id, clause_id)
);

-- What a clause in shadow would have done to a shop as it stood when the hit came. Never more than this: no penalty, no
-- points, no notice. How it was found is not kept.
CREATE TABLE shadow_hit (
    id           text        PRIMARY KEY,
    position     bigint      GENERATED ALWAYS AS IDENTITY,
    shadow_id    text        NOT NULL REFERENCES shadow_clause,
    system       text        NOT NULL CHECK (length(system) BETWEEN 1 AND 255),
    source_id    text        NOT NULL CHECK (source_id ~ '^[A-Za-z0-9._:/-]{1,128}$'),
    digest       bytea       NOT NULL CHECK (length(digest) = 32),
    merchant_id  text        NOT NULL REFERENCES merchant,
    shop_id      text        NOT NULL REFERENCES shop,
    act_from     timestamptz NOT NULL,
    act_to       timestamptz NOT NULL CHECK (act_to >= act_from),
    reported_at  timestamptz NOT NULL,
    bucket       text        NOT NULL,
    tariff       integer     NOT NULL CHECK (tariff > 0),
    points       integer     NOT NULL CHECK (points >= 0 AND points <= tariff),
    tally_before integer     NOT NULL CHECK (tally_before >= 0),
    threshold    integer     CHECK (threshold > tally_before AND threshold <= tally_before + points),
    measures     text[]      NOT NULL,
    held         boolean     NOT NULL,
    punished_by  text        CHECK (punished_by IS NULL OR points = 0),
    UNIQUE (system, source_id),
    CHECK (threshold IS NOT NULL OR cardinality(measures) = 0 AND NOT held)
);
CREATE INDEX shadow_hit_clause ON shadow_hit (shadow_id, position);
REVOKE UPDATE, DELETE ON shadow_hit FROM ${app_role};
CREATE TRIGGER shadow_hit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON shadow_hit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON COLUMN shadow_hit.punished_by IS 'The penalty that stands for the same fact, for which the clause would have done nothing.';

-- Points chosen inside a range, with what comparable decisions were when they were chosen.
CREATE TABLE ranged_decision (
    violation_id   text        PRIMARY KEY REFERENCES violation,
    penalty_id     text        NOT NULL REFERENCES penalty,
    clause_id      text        NOT NULL,
    range_min      integer     NOT NULL CHECK (range_min > 0),
    range_max      integer     NOT NULL CHECK (range_max >= range_min),
    factors        jsonb       NOT NULL,
    points         integer     NOT NULL CHECK (points BETWEEN range_min AND range_max),
    decided_by     text        NOT NULL,
    decided_at     timestamptz NOT NULL,
    comparable     integer     NOT NULL CHECK (comparable >= 0),
    lowest         integer,
    tenth          integer,
    lower_quartile integer,
    median         integer,
    upper_quartile integer,
    ninetieth      integer,
    highest        integer,
    below          integer     NOT NULL CHECK (below >= 0),
    equal          integer     NOT NULL CHECK (equal >= 0 AND below + equal <= comparable),
    outside        boolean     NOT NULL,
    reasons        text        CHECK (length(reasons) BETWEEN 1 AND 10000),
    CHECK ((comparable = 0) = (median IS NULL)),
    CHECK (NOT outside OR reasons IS NOT NULL)
);
CREATE INDEX ranged_decision_comparable ON ranged_decision (clause_id, range_min, range_max, md5(factors::text), decided_at)
    INCLUDE (points, penalty_id);
CREATE INDEX ranged_decision_period ON ranged_decision (decided_at);
CREATE INDEX ranged_decision_penalty ON ranged_decision (penalty_id);
REVOKE UPDATE, DELETE ON ranged_decision FROM ${app_role};
CREATE TRIGGER ranged_decision_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ranged_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON COLUMN ranged_decision.comparable IS 'So many decisions on the same factors there were; 0 too for what was decided before they were compared.';

INSERT INTO ranged_decision (violation_id, penalty_id, clause_id, range_min, range_max, factors, points, decided_by,
    decided_at, comparable, below, equal, outside)
SELECT v.id, v.penalty_id, v.clause_id, (clause #>> '{tariff,min}')::integer, (clause #>> '{tariff,max}')::integer,
       jsonb_object(v.factor_names, v.factor_values), v.assessed, p.proposed_by, p.proposed_at, 0, 0, 0, false
FROM violation v
JOIN penalty p ON p.id = v.penalty_id AND p.imported_by IS NULL
JOIN rulebook r ON r.number = v.rulebook_number
CROSS JOIN LATERAL jsonb_array_elements(r.document::jsonb -> 'clauses') AS clause
WHERE clause ->> 'id' = v.clause_id AND clause #> '{tariff,min}' IS NOT NULL
  AND v.assessed BETWEEN (clause #>> '{tariff,min}')::integer AND (clause #>> '{tariff,max}')::integer;
