-- An effect line says what kind of measure it ends, and when its owner's answer settled it.
ALTER TABLE effect_line ADD COLUMN target_measure_kind text;
ALTER TABLE effect_line ADD COLUMN settled_at timestamptz;
