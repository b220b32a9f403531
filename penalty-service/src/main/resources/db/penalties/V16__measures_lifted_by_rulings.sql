-- A ruling can end a measure itself, although the points that are left would justify it.
ALTER TABLE measure
    ADD by_ruling boolean NOT NULL DEFAULT false,
    ADD CHECK (NOT by_ruling OR state IN ('LIFTED', 'REVERSED'));
COMMENT ON COLUMN measure.by_ruling IS 'A ruling has ended it by name: no later reckoning of the points brings it back.';
ALTER TABLE applied_effect
    ADD by_ruling boolean NOT NULL DEFAULT false,
    ADD CHECK (NOT by_ruling OR kind = 'MEASURE');
COMMENT ON COLUMN applied_effect.by_ruling IS 'The measure ends whatever the points justify.';
