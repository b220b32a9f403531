-- Appeals, their windows, and what this service knows from others. Times are business times unless said otherwise.

-- What is known from penalties.events.v1.
CREATE TABLE merchant_view (
    merchant_id text PRIMARY KEY,
    name        text NOT NULL,
    language    text NOT NULL CHECK (language IN ('zh', 'en'))
);

CREATE TABLE shop_view (
    shop_id     text PRIMARY KEY,
    merchant_id text NOT NULL
);

CREATE TABLE penalty_view (
    penalty_id       text PRIMARY KEY,
    decision_id      text,
    merchant_id      text    NOT NULL,
    shop_id          text    NOT NULL,
    department_id    text,
    proposed_by      text    NOT NULL,
    imported         boolean NOT NULL,
    points           integer NOT NULL CHECK (points >= 0),
    standing         boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN penalty_view.standing IS 'False once it was refused or reversed.';

CREATE TABLE penalty_approver (
    penalty_id  text NOT NULL REFERENCES penalty_view,
    approved_by text NOT NULL,
    PRIMARY KEY (penalty_id, approved_by)
);

CREATE TABLE penalty_violation (
    violation_id text PRIMARY KEY,
    penalty_id   text    NOT NULL REFERENCES penalty_view,
    position     integer NOT NULL,
    clause_id    text    NOT NULL,
    UNIQUE (penalty_id, position)
);

CREATE TABLE penalty_disclosed_fact (
    violation_id text NOT NULL REFERENCES penalty_violation,
    fact         text NOT NULL,
    PRIMARY KEY (violation_id, fact)
);
COMMENT ON TABLE penalty_disclosed_fact IS 'What a ruling may cite: names of disclosed facts, and what they name.';

CREATE TABLE appeal_window (
    penalty_id     text PRIMARY KEY,
    merchant_id    text        NOT NULL,
    shop_id        text        NOT NULL,
    statement_id   text,
    issued_at      timestamptz,
    length_seconds bigint CHECK (length_seconds > 0),
    deemed_seconds bigint CHECK (deemed_seconds >= 0),
    delivered_at   timestamptz,
    closes_at      timestamptz,
    stopped_at     timestamptz,
    closed         boolean     NOT NULL,
    version        bigint      NOT NULL CHECK (version > 0),
    event_sequence bigint      NOT NULL CHECK (event_sequence >= 0),
    chain_head     bytea       NOT NULL CHECK (length(chain_head) = 32),
    CHECK ((statement_id IS NULL) = (issued_at IS NULL)),
    CHECK ((delivered_at IS NULL) = (closes_at IS NULL)),
    CHECK (delivered_at IS NULL OR statement_id IS NOT NULL),
    CHECK (NOT closed OR (delivered_at IS NOT NULL AND stopped_at IS NULL))
);

CREATE TABLE case_file (
    case_id               text PRIMARY KEY CHECK (case_id LIKE 'cas\_%'),
    kind                  text        NOT NULL CHECK (kind IN ('PENALTY_APPEAL')),
    penalty_id            text        NOT NULL REFERENCES penalty_view,
    merchant_id           text        NOT NULL,
    shop_id               text        NOT NULL,
    language              text        NOT NULL CHECK (language IN ('zh', 'en')),
    status                text        NOT NULL CHECK (status IN ('OPEN', 'IN_ADVOCACY', 'SUBMITTED', 'IN_DELIBERATION',
        'REPLY_WINDOW', 'RULED', 'CONDITIONAL', 'EXECUTING', 'CLOSED', 'WITHDRAWN', 'INADMISSIBLE', 'REOPENED')),
    opened_by             text        NOT NULL,
    own_motion            boolean     NOT NULL,
    opened_at             timestamptz NOT NULL,
    advocate_id           text,
    adjudicator_id        text,
    respondent_department text,
    answer_by             timestamptz,
    draft_id              text,
    counted               boolean     NOT NULL,
    ended_by              text,
    ended_at              timestamptz,
    end_reasons_zh        text,
    end_reasons_en        text,
    version               bigint      NOT NULL CHECK (version > 0),
    event_sequence        bigint      NOT NULL CHECK (event_sequence >= 0),
    chain_head            bytea       NOT NULL CHECK (length(chain_head) = 32),
    CHECK (advocate_id <> adjudicator_id),
    CHECK (own_motion = false OR advocate_id IS NOT NULL),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK ((status IN ('CLOSED', 'WITHDRAWN', 'INADMISSIBLE')) = (ended_at IS NOT NULL))
);
-- One appeal for each penalty: everything but a withdrawal before the brief.
CREATE UNIQUE INDEX case_file_one_appeal ON case_file (penalty_id) WHERE status <> 'WITHDRAWN' OR counted;
CREATE INDEX case_file_merchant ON case_file (merchant_id, case_id);
CREATE INDEX case_file_status ON case_file (status, case_id);

CREATE TABLE brief (
    brief_id    text PRIMARY KEY,
    case_id     text        NOT NULL UNIQUE REFERENCES case_file,
    advocate_id text        NOT NULL,
    relief      text        NOT NULL,
    filed_at    timestamptz NOT NULL
);

CREATE TABLE brief_point (
    brief_id     text    NOT NULL REFERENCES brief,
    position     integer NOT NULL,
    violation_id text    NOT NULL REFERENCES penalty_violation,
    argument_zh  text    NOT NULL,
    argument_en  text    NOT NULL,
    PRIMARY KEY (brief_id, position),
    UNIQUE (brief_id, violation_id)
);

CREATE TABLE brief_ground (
    brief_id     text    NOT NULL,
    violation_id text    NOT NULL,
    position     integer NOT NULL,
    ground       text    NOT NULL CHECK (ground IN ('NOT_ENUMERATED', 'FACTS_WRONG', 'EVIDENCE_INSUFFICIENT',
        'DISPROPORTIONATE', 'PROCEDURE_BREACHED', 'MANIFEST_UNFAIRNESS', 'PLATFORM_FAULT', 'IMPOSSIBLE_PROOF', 'RULE_DEFECT')),
    PRIMARY KEY (brief_id, violation_id, ground),
    FOREIGN KEY (brief_id, violation_id) REFERENCES brief_point (brief_id, violation_id)
);

CREATE TABLE brief_evidence (
    brief_id     text    NOT NULL,
    violation_id text    NOT NULL,
    position     integer NOT NULL,
    kind         text    NOT NULL,
    reference    text    NOT NULL,
    PRIMARY KEY (brief_id, violation_id, position),
    FOREIGN KEY (brief_id, violation_id) REFERENCES brief_point (brief_id, violation_id)
);

CREATE TABLE answer (
    case_id     text PRIMARY KEY REFERENCES case_file,
    text_zh     text        NOT NULL,
    text_en     text        NOT NULL,
    answered_by text        NOT NULL,
    answered_at timestamptz NOT NULL
);

CREATE TABLE draft_ruling (
    draft_id       text PRIMARY KEY,
    case_id        text        NOT NULL REFERENCES case_file,
    outcome        text        NOT NULL CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'PARTIAL')),
    points         integer CHECK (points >= 0),
    money_minor    bigint CHECK (money_minor >= 0),
    money_currency text CHECK (money_currency ~ '^[A-Z]{3}$'),
    issued_by      text        NOT NULL,
    issued_at      timestamptz NOT NULL,
    replies_by     timestamptz NOT NULL CHECK (replies_by >= issued_at),
    CHECK ((money_minor IS NULL) = (money_currency IS NULL)),
    UNIQUE (draft_id, case_id)
);
ALTER TABLE case_file ADD FOREIGN KEY (draft_id, case_id) REFERENCES draft_ruling (draft_id, case_id);

CREATE TABLE draft_violation (
    draft_id     text    NOT NULL REFERENCES draft_ruling,
    position     integer NOT NULL,
    violation_id text    NOT NULL REFERENCES penalty_violation,
    outcome      text    NOT NULL CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'PARTIAL', 'CONDITIONAL')),
    reasons_zh   text    NOT NULL CHECK (reasons_zh <> ''),
    reasons_en   text    NOT NULL CHECK (reasons_en <> ''),
    PRIMARY KEY (draft_id, position),
    UNIQUE (draft_id, violation_id)
);

CREATE TABLE draft_fact (
    draft_id     text    NOT NULL,
    violation_id text    NOT NULL,
    position     integer NOT NULL,
    fact         text    NOT NULL,
    PRIMARY KEY (draft_id, violation_id, position),
    FOREIGN KEY (draft_id, violation_id) REFERENCES draft_violation (draft_id, violation_id)
);

CREATE TABLE reply (
    case_id  text        NOT NULL REFERENCES case_file,
    draft_id text        NOT NULL REFERENCES draft_ruling,
    position integer     NOT NULL,
    side     text        NOT NULL CHECK (side IN ('MERCHANT', 'DEPARTMENT')),
    by       text        NOT NULL,
    text     text        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (draft_id, position)
);

CREATE TABLE ruling (
    ruling_id text PRIMARY KEY,
    case_id   text        NOT NULL UNIQUE REFERENCES case_file,
    draft_id  text        NOT NULL UNIQUE REFERENCES draft_ruling,
    outcome   text        NOT NULL CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'PARTIAL')),
    ruled_by  text        NOT NULL,
    ruled_at  timestamptz NOT NULL
);

CREATE TABLE ruling_violation (
    ruling_id    text    NOT NULL REFERENCES ruling,
    position     integer NOT NULL,
    violation_id text    NOT NULL REFERENCES penalty_violation,
    outcome      text    NOT NULL CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'PARTIAL', 'CONDITIONAL')),
    reasons_zh   text    NOT NULL CHECK (reasons_zh <> ''),
    reasons_en   text    NOT NULL CHECK (reasons_en <> ''),
    PRIMARY KEY (ruling_id, position),
    UNIQUE (ruling_id, violation_id)
);

CREATE TABLE ruling_fact (
    ruling_id    text    NOT NULL,
    violation_id text    NOT NULL,
    position     integer NOT NULL,
    fact         text    NOT NULL,
    PRIMARY KEY (ruling_id, violation_id, position),
    FOREIGN KEY (ruling_id, violation_id) REFERENCES ruling_violation (ruling_id, violation_id)
);

-- Pinned with a draft; due once its draft has become the ruling.
CREATE TABLE effect_line (
    effect_id       text PRIMARY KEY,
    case_id         text    NOT NULL REFERENCES case_file,
    draft_id        text    NOT NULL REFERENCES draft_ruling,
    position        integer NOT NULL,
    owner           text    NOT NULL CHECK (owner IN ('PENALTIES', 'REFUNDS')),
    kind            text    NOT NULL CHECK (kind IN ('POINTS', 'MEASURE', 'CLAIM', 'TRANSFER')),
    subject         text    NOT NULL,
    target_points   integer CHECK (target_points >= 0),
    target_state    text,
    target_minor    bigint CHECK (target_minor >= 0),
    target_currency text CHECK (target_currency ~ '^[A-Z]{3}$'),
    state           text    NOT NULL CHECK (state IN ('PENDING', 'APPLIED', 'SUPERSEDED', 'FAILED')),
    reason          text,
    due_at          timestamptz,
    overdue         boolean NOT NULL,
    CHECK ((target_minor IS NULL) = (target_currency IS NULL)),
    CHECK (state = 'PENDING' OR due_at IS NOT NULL),
    UNIQUE (draft_id, position)
);

-- The organisation, the case policy and the calendars, each a document with the typed parts that are used.
CREATE TABLE configuration (
    id             text PRIMARY KEY CHECK (id IN ('org', 'case-policy') OR id LIKE 'calendar:%'),
    document       text   NOT NULL,
    version        bigint NOT NULL CHECK (version > 0),
    event_sequence bigint NOT NULL CHECK (event_sequence >= 0),
    chain_head     bytea  NOT NULL CHECK (length(chain_head) = 32)
);

CREATE TABLE configuration_version (
    id       text        NOT NULL,
    version  bigint      NOT NULL,
    document text        NOT NULL,
    set_by   text        NOT NULL,
    set_at   timestamptz NOT NULL,
    PRIMARY KEY (id, version)
);
COMMENT ON TABLE configuration_version IS 'Every version there was; append-only.';
REVOKE UPDATE, DELETE ON configuration_version FROM ${app_role};

CREATE TABLE employee (
    version     bigint  NOT NULL,
    employee_id text    NOT NULL,
    department  text    NOT NULL,
    manager     text,
    grade       integer NOT NULL CHECK (grade > 0),
    PRIMARY KEY (version, employee_id)
);

CREATE TABLE department (
    version       bigint NOT NULL,
    department_id text   NOT NULL,
    head          text   NOT NULL,
    cost_centre   text   NOT NULL,
    PRIMARY KEY (version, department_id)
);

CREATE TABLE case_clock (
    version        bigint PRIMARY KEY,
    first_response text NOT NULL,
    answer         text NOT NULL,
    reply          text NOT NULL,
    ruling         text NOT NULL
);
COMMENT ON TABLE case_clock IS 'By version of the case policy; version 0 holds until one is set. B = business days, otherwise ISO 8601.';
INSERT INTO case_clock (version, first_response, answer, reply, ruling) VALUES (0, '1B', '2B', '2B', '5B');

CREATE TABLE calendar_year (
    year    integer NOT NULL,
    version bigint  NOT NULL,
    zone    text    NOT NULL,
    opens   time    NOT NULL,
    closes  time    NOT NULL CHECK (closes > opens),
    PRIMARY KEY (year, version)
);

CREATE TABLE calendar_day (
    year    integer NOT NULL,
    version bigint  NOT NULL,
    day     date    NOT NULL CHECK (extract(year FROM day) = year),
    kind    text    NOT NULL CHECK (kind IN ('HOLIDAY', 'MAKE_UP')),
    PRIMARY KEY (year, version, day),
    FOREIGN KEY (year, version) REFERENCES calendar_year
);
