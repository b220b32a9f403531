-- Claims: one row per claim, decided once.
CREATE TABLE claim (
  id             text        PRIMARY KEY,
  version        bigint      NOT NULL CHECK (version > 0),
  event_sequence bigint      NOT NULL CHECK (event_sequence > 0),
  chain_head     bytea       NOT NULL,
  kind           text        NOT NULL CHECK (kind IN ('PENALTY_REVERSAL')),
  status         text        NOT NULL CHECK (status IN ('BOOKED', 'FAILED')),
  merchant_id    text        NOT NULL,
  case_id        text        NOT NULL,
  ruling_id      text        NOT NULL,
  penalty_id     text        NOT NULL,
  effect_id      text        NOT NULL UNIQUE,
  amount_minor   bigint      NOT NULL,
  currency       text        NOT NULL,
  entry_id       text,
  reason         text,
  decided_at     timestamptz NOT NULL,
  CONSTRAINT booked_claims_are_of_something CHECK (status = 'FAILED' OR amount_minor > 0),
  CONSTRAINT booked_claims_have_an_entry CHECK ((status = 'BOOKED') = (entry_id IS NOT NULL)),
  CONSTRAINT failed_claims_have_a_reason CHECK ((status = 'FAILED') = (reason IS NOT NULL))
);
CREATE INDEX claim_of_case ON claim (case_id, id);
REVOKE UPDATE, DELETE ON claim FROM ${app_role};

-- The permanent key of a ruling's effect: kept longer than any inbox, so that a line is answered once, ever.
CREATE TABLE applied_effect (
  effect_id   text        PRIMARY KEY,
  claim_id    text        NOT NULL REFERENCES claim (id),
  result      text        NOT NULL CHECK (result IN ('APPLIED', 'FAILED')),
  answered_at timestamptz NOT NULL
);
REVOKE UPDATE, DELETE ON applied_effect FROM ${app_role};
CREATE TRIGGER applied_effect_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON applied_effect
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The ledger. A debit is positive, a credit negative; amounts are minor units of the account's one currency.
CREATE TABLE account (
  id            text   PRIMARY KEY,
  kind          text   NOT NULL CHECK (kind IN ('SUSPENSE', 'MERCHANT')),
  owner         text   NOT NULL DEFAULT '',
  currency      text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  normal_side   text   NOT NULL CHECK (normal_side IN ('DEBIT', 'CREDIT')),
  balance_minor bigint NOT NULL DEFAULT 0,
  CONSTRAINT account_once UNIQUE (kind, owner, currency),
  CONSTRAINT account_has_one_currency UNIQUE (id, currency),
  CONSTRAINT suspense_is_the_platforms CHECK ((kind = 'SUSPENSE') = (owner = ''))
);
REVOKE UPDATE, DELETE ON account FROM ${app_role};
GRANT UPDATE (balance_minor) ON account TO ${app_role};

CREATE TABLE ledger_entry (
  id        text        PRIMARY KEY,
  claim_id  text        NOT NULL REFERENCES claim (id),
  currency  text        NOT NULL,
  booked_at timestamptz NOT NULL,
  UNIQUE (id, currency)
);
REVOKE UPDATE, DELETE ON ledger_entry FROM ${app_role};
CREATE TRIGGER ledger_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE ledger_leg (
  entry_id     text   NOT NULL,
  account_id   text   NOT NULL,
  currency     text   NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  PRIMARY KEY (entry_id, account_id),
  FOREIGN KEY (entry_id, currency) REFERENCES ledger_entry (id, currency),
  FOREIGN KEY (account_id, currency) REFERENCES account (id, currency)
);
CREATE INDEX ledger_leg_of_account ON ledger_leg (account_id, entry_id);
REVOKE UPDATE, DELETE ON ledger_leg FROM ${app_role};
CREATE TRIGGER ledger_leg_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_leg
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whoever writes an entry, by whatever path: at commit its legs are two or more and add up to zero.
CREATE FUNCTION entry_is_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry text := CASE TG_TABLE_NAME WHEN 'ledger_entry' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'entry_id' END;
  legs  bigint;
  total numeric;
BEGIN
  SELECT count(*), coalesce(sum(amount_minor), 0) INTO legs, total FROM ledger_leg WHERE entry_id = entry;
  IF legs < 2 OR total <> 0 THEN
    RAISE EXCEPTION 'entry % has % legs which add up to %', entry, legs, total USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER entry_is_balanced AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_is_balanced();
CREATE CONSTRAINT TRIGGER leg_keeps_its_entry_balanced AFTER INSERT ON ledger_leg
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_is_balanced();
