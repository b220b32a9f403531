-- Earlier rulings that briefs cite and drafts answer, evidence for requirements, and what drafts were put beside.
CREATE TABLE brief_precedent (
    brief_id     text    NOT NULL,
    violation_id text    NOT NULL,
    position     integer NOT NULL,
    ruling_id    text    NOT NULL REFERENCES ruling,
    PRIMARY KEY (brief_id, violation_id, ruling_id),
    FOREIGN KEY (brief_id, violation_id) REFERENCES brief_point (brief_id, violation_id)
);

CREATE TABLE brief_requirement_evidence (
    brief_id       text    NOT NULL REFERENCES brief,
    position       integer NOT NULL,
    requirement_id text    NOT NULL,
    kind           text    NOT NULL,
    reference      text    NOT NULL,
    PRIMARY KEY (brief_id, position)
);

CREATE TABLE draft_precedent (
    draft_id   text    NOT NULL REFERENCES draft_ruling,
    position   integer NOT NULL,
    ruling_id  text    NOT NULL REFERENCES ruling,
    stance     text    NOT NULL CHECK (stance IN ('FOLLOWED', 'DISTINGUISHED')),
    reasons_zh text    NOT NULL CHECK (reasons_zh <> ''),
    reasons_en text    NOT NULL CHECK (reasons_en <> ''),
    PRIMARY KEY (draft_id, ruling_id)
);

CREATE TABLE draft_comparison (
    draft_id       text        NOT NULL REFERENCES draft_ruling,
    item_id        text        NOT NULL,
    position       integer     NOT NULL,
    case_id        text        NOT NULL REFERENCES case_file,
    kind           text        NOT NULL,
    scope          text        NOT NULL,
    outcome        text        NOT NULL,
    share          integer CHECK (share BETWEEN 0 AND 100),
    drafted_by     text        NOT NULL,
    drafted_at     timestamptz NOT NULL,
    since          timestamptz NOT NULL,
    enough         integer     NOT NULL CHECK (enough > 0),
    comparable     integer     NOT NULL CHECK (comparable >= 0),
    with_share     integer     NOT NULL CHECK (with_share BETWEEN 0 AND comparable),
    lowest         integer,
    tenth          integer,
    lower_quartile integer,
    median         integer,
    upper_quartile integer,
    ninetieth      integer,
    highest        integer,
    below          integer     NOT NULL CHECK (below >= 0),
    equal          integer     NOT NULL CHECK (equal >= 0),
    outside        boolean     NOT NULL,
    reasons_zh     text CHECK (reasons_zh <> ''),
    reasons_en     text CHECK (reasons_en <> ''),
    PRIMARY KEY (draft_id, item_id),
    CHECK ((with_share = 0) = (median IS NULL)),
    CHECK ((reasons_zh IS NULL) = (reasons_en IS NULL)),
    CHECK (NOT outside OR reasons_zh IS NOT NULL)
);
COMMENT ON TABLE draft_comparison IS 'Each item of a draft with what it was put beside; append-only. It is a decision others are compared with while its case is closed on this draft.';
COMMENT ON COLUMN draft_comparison.scope IS 'Of an appeal the clause, of a request the responding department.';
COMMENT ON COLUMN draft_comparison.share IS 'Percent: of a penalty what is left, of a request what is granted.';
CREATE INDEX draft_comparison_comparable ON draft_comparison (kind, scope, drafted_at DESC);
CREATE INDEX draft_comparison_drafted ON draft_comparison (drafted_at);

CREATE TABLE draft_comparison_outcome (
    draft_id  text    NOT NULL,
    item_id   text    NOT NULL,
    outcome   text    NOT NULL,
    decisions integer NOT NULL CHECK (decisions > 0),
    PRIMARY KEY (draft_id, item_id, outcome),
    FOREIGN KEY (draft_id, item_id) REFERENCES draft_comparison (draft_id, item_id)
);

REVOKE UPDATE, DELETE ON draft_comparison, draft_comparison_outcome FROM ${app_role};
CREATE TRIGGER draft_comparison_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_comparison
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER draft_comparison_outcome_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_comparison_outcome
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
