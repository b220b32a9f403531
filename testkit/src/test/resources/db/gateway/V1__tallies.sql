CREATE TABLE tally (
    tally_id       text   PRIMARY KEY,
    owner          text   NOT NULL,
    total          bigint NOT NULL,
    version        bigint NOT NULL,
    event_sequence bigint NOT NULL,
    chain_head     bytea  NOT NULL
);
