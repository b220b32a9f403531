-- What the consumer's tests write in their handlers, in the order of writing.
CREATE TABLE seen (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject  text   NOT NULL,
    sequence bigint NOT NULL
);
