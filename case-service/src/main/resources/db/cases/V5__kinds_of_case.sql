-- Cases of every kind: what they are about beside penalties, what the policy says of each kind, what is to be proved.

ALTER TABLE case_file
    DROP CONSTRAINT case_file_kind_check,
    ADD CONSTRAINT case_file_kind_check CHECK (kind IN ('PENALTY_APPEAL', 'COMPENSATION', 'FEE_RELIEF', 'SHOP_TRANSFER', 'COMPLAINT')),
    ALTER COLUMN penalty_id DROP NOT NULL,
    ADD CONSTRAINT appeals_are_about_a_penalty CHECK ((kind = 'PENALTY_APPEAL') = (penalty_id IS NOT NULL)),
    ADD COLUMN policy_version bigint NOT NULL DEFAULT 0 CHECK (policy_version >= 0),
    ADD COLUMN opened_as text CHECK (opened_as IN ('OWNER', 'DELEGATE', 'AGENCY', 'ADVOCATE')),
    ADD COLUMN once_key text,
    ADD COLUMN once_at_a_time boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN case_file.policy_version IS 'Under which version of the case policy it was opened.';
COMMENT ON COLUMN case_file.opened_as IS 'By what right; unknown of cases older than this column.';
-- One case for each key: everything but a withdrawal before the brief; or one at a time.
CREATE UNIQUE INDEX case_file_once ON case_file (once_key) WHERE NOT once_at_a_time AND (status <> 'WITHDRAWN' OR counted);
CREATE UNIQUE INDEX case_file_one_at_a_time ON case_file (once_key)
    WHERE once_at_a_time AND status NOT IN ('CLOSED', 'WITHDRAWN', 'INADMISSIBLE');

CREATE TABLE case_request (
    case_id             text PRIMARY KEY REFERENCES case_file,
    reference           text,
    amount_minor        bigint CHECK (amount_minor > 0),
    currency            text CHECK (currency ~ '^[A-Z]{3}$'),
    happened_at         timestamptz,
    campaign_id         text,
    transferee_id       text,
    no_action_reference text,
    no_action_at        timestamptz,
    description         text NOT NULL,
    CHECK ((amount_minor IS NULL) = (currency IS NULL)),
    CHECK ((amount_minor IS NULL) = (happened_at IS NULL)),
    CHECK ((no_action_reference IS NULL) = (no_action_at IS NULL))
);
COMMENT ON TABLE case_request IS 'What a case that is no appeal asks for; which columns are there depends on the kind.';
REVOKE UPDATE, DELETE ON case_request FROM ${app_role};

CREATE TABLE case_request_department (
    case_id       text    NOT NULL REFERENCES case_request,
    position      integer NOT NULL,
    department_id text    NOT NULL,
    PRIMARY KEY (case_id, position),
    UNIQUE (case_id, department_id)
);
REVOKE UPDATE, DELETE ON case_request_department FROM ${app_role};

CREATE TABLE case_request_claimant (
    case_id     text    NOT NULL REFERENCES case_request,
    position    integer NOT NULL,
    claimant_id text    NOT NULL,
    relation    text    NOT NULL,
    PRIMARY KEY (case_id, position),
    UNIQUE (case_id, claimant_id)
);
REVOKE UPDATE, DELETE ON case_request_claimant FROM ${app_role};

CREATE TABLE case_requirement (
    case_id        text        NOT NULL REFERENCES case_file,
    requirement_id text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('OPEN', 'PROVIDED', 'SUBSTITUTED', 'WAIVED', 'IMPOSSIBLE')),
    evidence_kind  text,
    reference      text,
    reasons_zh     text,
    reasons_en     text,
    changed_by     text        NOT NULL,
    changed_at     timestamptz NOT NULL,
    PRIMARY KEY (case_id, requirement_id),
    CHECK ((evidence_kind IS NULL) = (reference IS NULL)),
    CHECK ((reasons_zh IS NULL) = (reasons_en IS NULL))
);
COMMENT ON TABLE case_requirement IS 'What was said last of a requirement; one that is not here is open.';

-- Items of requests are argued and decided like violations of penalties.
ALTER TABLE brief_point DROP CONSTRAINT brief_point_violation_id_fkey;
ALTER TABLE draft_violation
    DROP CONSTRAINT draft_violation_violation_id_fkey,
    DROP CONSTRAINT draft_violation_outcome_check,
    ADD CONSTRAINT draft_violation_outcome_check
        CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'PARTIAL', 'CONDITIONAL', 'GRANT', 'PARTLY_GRANT', 'DENY'));
ALTER TABLE ruling_violation
    DROP CONSTRAINT ruling_violation_violation_id_fkey,
    DROP CONSTRAINT ruling_violation_outcome_check,
    ADD CONSTRAINT ruling_violation_outcome_check
        CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'PARTIAL', 'CONDITIONAL', 'GRANT', 'PARTLY_GRANT', 'DENY'));
ALTER TABLE draft_ruling
    DROP CONSTRAINT draft_ruling_outcome_check,
    ADD CONSTRAINT draft_ruling_outcome_check
        CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'PARTIAL', 'CONDITIONAL', 'GRANT', 'PARTLY_GRANT', 'DENY'));
ALTER TABLE ruling
    DROP CONSTRAINT ruling_outcome_check,
    ADD CONSTRAINT ruling_outcome_check
        CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'PARTIAL', 'CONDITIONAL', 'GRANT', 'PARTLY_GRANT', 'DENY'));
ALTER TABLE effect_line
    DROP CONSTRAINT effect_line_owner_check,
    ADD CONSTRAINT effect_line_owner_check CHECK (owner IN ('PENALTIES', 'REFUNDS', 'MARKETPLACE')),
    ADD COLUMN target_owner text;

-- What keeps a shop with its owner, from penalties.events.v1.
CREATE TABLE pending_penalty (
    penalty_id text PRIMARY KEY,
    shop_id    text NOT NULL
);
CREATE INDEX pending_penalty_shop ON pending_penalty (shop_id);
COMMENT ON TABLE pending_penalty IS 'Proposed, and neither in force nor fallen.';

CREATE TABLE shop_closure (
    measure_id text PRIMARY KEY,
    shop_id    text NOT NULL
);
CREATE INDEX shop_closure_shop ON shop_closure (shop_id);
COMMENT ON TABLE shop_closure IS 'Closures in force.';

-- What each version of the case policy says of the kinds it offers.
CREATE TABLE kind_policy (
    version              bigint NOT NULL CHECK (version >= 0),
    kind                 text   NOT NULL,
    opens_within         text,
    once                 text   NOT NULL CHECK (once IN ('PENALTY', 'LOSS', 'FEE', 'SHOP_AT_A_TIME', 'UNLIMITED')),
    respondent           text   NOT NULL CHECK (respondent IN ('IMPOSED_PENALTY', 'NAMED_AS_LIABLE', 'CHARGED_FEE', 'COMPLAINED_OF', 'DEPARTMENT')),
    respondent_department text,
    PRIMARY KEY (version, kind),
    CHECK ((respondent = 'DEPARTMENT') = (respondent_department IS NOT NULL))
);
CREATE TABLE kind_effect (
    version bigint NOT NULL,
    kind    text   NOT NULL,
    effect  text   NOT NULL CHECK (effect IN ('POINTS', 'MEASURE', 'CLAIM', 'TRANSFER')),
    PRIMARY KEY (version, kind, effect),
    FOREIGN KEY (version, kind) REFERENCES kind_policy
);
CREATE TABLE kind_requirement (
    version        bigint  NOT NULL,
    kind           text    NOT NULL,
    position       integer NOT NULL,
    requirement_id text    NOT NULL,
    about          text,
    owner          text,
    to_exclude     text,
    PRIMARY KEY (version, kind, requirement_id),
    FOREIGN KEY (version, kind) REFERENCES kind_policy
);
CREATE TABLE kind_requirement_proof (
    version        bigint  NOT NULL,
    kind           text    NOT NULL,
    requirement_id text    NOT NULL,
    position       integer NOT NULL,
    evidence_kind  text    NOT NULL,
    PRIMARY KEY (version, kind, requirement_id, position),
    FOREIGN KEY (version, kind, requirement_id) REFERENCES kind_requirement
);

-- Version 0 holds until a policy is set: every kind is offered, nothing is to be proved.
INSERT INTO kind_policy (version, kind, opens_within, once, respondent, respondent_department) VALUES
    (0, 'PENALTY_APPEAL', NULL, 'PENALTY', 'IMPOSED_PENALTY', NULL),
    (0, 'COMPENSATION', 'P1Y', 'LOSS', 'NAMED_AS_LIABLE', NULL),
    (0, 'FEE_RELIEF', 'P1Y', 'FEE', 'CHARGED_FEE', NULL),
    (0, 'SHOP_TRANSFER', NULL, 'SHOP_AT_A_TIME', 'DEPARTMENT', 'governance'),
    (0, 'COMPLAINT', NULL, 'UNLIMITED', 'COMPLAINED_OF', NULL);
INSERT INTO kind_effect (version, kind, effect) VALUES
    (0, 'PENALTY_APPEAL', 'POINTS'), (0, 'PENALTY_APPEAL', 'MEASURE'), (0, 'PENALTY_APPEAL', 'CLAIM'),
    (0, 'COMPENSATION', 'CLAIM'), (0, 'FEE_RELIEF', 'CLAIM'), (0, 'SHOP_TRANSFER', 'TRANSFER');

-- Policies that were set before kinds were read from them.
CREATE VIEW set_before AS
    SELECT v.version, k.key AS kind, k.value AS said
    FROM configuration_version v, jsonb_each(v.document::jsonb -> 'kinds') AS k
    WHERE v.id = 'case-policy'
      AND k.key IN ('PENALTY_APPEAL', 'COMPENSATION', 'FEE_RELIEF', 'SHOP_TRANSFER', 'COMPLAINT');
INSERT INTO kind_policy (version, kind, opens_within, once, respondent, respondent_department)
    SELECT version, kind, said ->> 'window',
           CASE said ->> 'onePer' WHEN 'penalty' THEN 'PENALTY' WHEN 'loss' THEN 'LOSS' WHEN 'fee' THEN 'FEE'
                WHEN 'shop at a time' THEN 'SHOP_AT_A_TIME' ELSE 'UNLIMITED' END,
           respondent, CASE WHEN respondent = 'DEPARTMENT' THEN said ->> 'respondent' END
    FROM (SELECT *, CASE said ->> 'respondent'
                        WHEN 'department that imposed the penalty' THEN 'IMPOSED_PENALTY'
                        WHEN 'departments named as liable' THEN 'NAMED_AS_LIABLE'
                        WHEN 'department that charged the fee' THEN 'CHARGED_FEE'
                        WHEN 'department complained of' THEN 'COMPLAINED_OF'
                        ELSE 'DEPARTMENT' END AS respondent
          FROM set_before) s;
INSERT INTO kind_effect (version, kind, effect)
    SELECT DISTINCT version, kind, e.effect FROM set_before, jsonb_array_elements_text(said -> 'effects') AS e (effect);
INSERT INTO kind_requirement (version, kind, position, requirement_id, about, owner, to_exclude)
    SELECT version, kind, r.position, r.rule ->> 'id', r.rule ->> 'about', r.rule ->> 'owner', r.rule ->> 'toExclude'
    FROM set_before, jsonb_array_elements(said -> 'requirements') WITH ORDINALITY AS r (rule, position)
    ON CONFLICT DO NOTHING;
INSERT INTO kind_requirement_proof (version, kind, requirement_id, position, evidence_kind)
    SELECT version, kind, r.rule ->> 'id', p.position, p.evidence_kind
    FROM set_before, jsonb_array_elements(said -> 'requirements') AS r (rule),
         jsonb_array_elements_text(r.rule -> 'provedBy') WITH ORDINALITY AS p (evidence_kind, position)
    ON CONFLICT DO NOTHING;
DROP VIEW set_before;
