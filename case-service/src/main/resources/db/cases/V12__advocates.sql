-- Who may defend: the advocates with their languages and capacity, what each employee has declared of his interests, and
-- who is away. Each is a document of the configuration with the typed parts that are used.
ALTER TABLE configuration DROP CONSTRAINT configuration_id_check;
ALTER TABLE configuration ADD CONSTRAINT configuration_id_check CHECK (id ~ '^[a-z-]+(:[A-Za-z0-9._-]+)?$');

CREATE TABLE advocacy (
    version           bigint  PRIMARY KEY,
    automatic         boolean NOT NULL,
    assign_after      bigint  NOT NULL CHECK (assign_after >= 0),
    watched_seconds   bigint CHECK (watched_seconds > 0),
    watched_percent   integer CHECK (watched_percent BETWEEN 1 AND 99),
    watched_from      integer CHECK (watched_from > 0),
    CHECK ((watched_seconds IS NULL) = (watched_percent IS NULL)),
    CHECK ((watched_seconds IS NULL) = (watched_from IS NULL))
);
COMMENT ON COLUMN advocacy.assign_after IS 'Seconds of business time from the opening.';
COMMENT ON COLUMN advocacy.watched_percent IS 'Above this share of an advocate''s cases one merchant is too many; from watched_from cases on.';

CREATE TABLE advocate (
    version     bigint  NOT NULL REFERENCES advocacy,
    employee_id text    NOT NULL,
    languages   text[]  NOT NULL,
    capacity    integer NOT NULL CHECK (capacity BETWEEN 1 AND 100),
    PRIMARY KEY (version, employee_id)
);
COMMENT ON COLUMN advocate.capacity IS 'Percent of a whole advocate''s time.';

CREATE TABLE interest (
    employee_id text   NOT NULL,
    version     bigint NOT NULL,
    kind        text   NOT NULL CHECK (kind IN ('SHOP', 'MERCHANT')),
    object      text   NOT NULL,
    relation    text   NOT NULL CHECK (relation IN ('OWN', 'FAMILY', 'FORMER', 'COMPLAINANT')),
    PRIMARY KEY (employee_id, version, kind, object, relation)
);

-- The absence that an employee has now or had last; earlier ones are versions of the document.
CREATE TABLE absence (
    employee_id text        PRIMARY KEY,
    from_at     timestamptz NOT NULL,
    until_at    timestamptz NOT NULL CHECK (until_at > from_at),
    delegate    text CHECK (delegate <> employee_id),
    put_by      text        NOT NULL,
    behind      text        NOT NULL,
    handed_over integer     NOT NULL CHECK (handed_over >= 0)
);
COMMENT ON COLUMN absence.behind IS 'The last case that was looked at to be handed over.';

-- Whoever chooses an advocate by the rule takes this row first: the next one sees what the one before has chosen.
CREATE TABLE choosing (one boolean PRIMARY KEY CHECK (one));
INSERT INTO choosing VALUES (true);

-- An employee and those above, nearest first, by one version of the organisation.
CREATE FUNCTION reporting_line(chart bigint, person text) RETURNS text[] LANGUAGE sql STABLE AS $$
    WITH RECURSIVE line (id, step) AS (
        SELECT person, 0
        UNION ALL
        SELECT e.manager, l.step + 1 FROM line l JOIN employee e ON e.version = chart AND e.employee_id = l.id
        WHERE e.manager IS NOT NULL AND l.step < 100)
    SELECT array_agg(id ORDER BY step) FILTER (WHERE id IS NOT NULL) FROM line
$$;

-- Which case had which advocate when.
CREATE TABLE advocate_term (
    case_id     text        NOT NULL REFERENCES case_file,
    advocate_id text        NOT NULL,
    since       timestamptz NOT NULL,
    until       timestamptz,
    number      integer     NOT NULL CHECK (number > 0),
    PRIMARY KEY (case_id, number)
);
CREATE INDEX advocate_term_advocate ON advocate_term (advocate_id, since);
INSERT INTO advocate_term (case_id, advocate_id, since, number)
SELECT case_id, advocate_id, opened_at, 1 FROM case_file WHERE advocate_id IS NOT NULL;

-- The merchant asks for another advocate once; why is between the merchant and the platform's integrity.
CREATE TABLE advocate_request (
    case_id  text        PRIMARY KEY REFERENCES case_file,
    asked_by text        NOT NULL,
    reason   text,
    at       timestamptz NOT NULL
);
REVOKE UPDATE, DELETE ON advocate_request FROM ${app_role};
CREATE TRIGGER advocate_request_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON advocate_request
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE case_file ADD COLUMN advocate_asked boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN case_file.advocate_asked IS 'Whether the merchant has had another advocate on request; once in a case.';
CREATE INDEX case_file_advocate ON case_file (advocate_id, case_id)
    WHERE status NOT IN ('CLOSED', 'WITHDRAWN', 'INADMISSIBLE');
