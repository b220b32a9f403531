-- A ruling can end a measure itself, although the points that are left would justify it.
ALTER TABLE effect_line
    ADD COLUMN target_by_ruling boolean NOT NULL DEFAULT false,
    ADD CHECK (NOT target_by_ruling OR kind = 'MEASURE');
COMMENT ON COLUMN effect_line.target_by_ruling IS 'The measure ends whatever the points justify.';
