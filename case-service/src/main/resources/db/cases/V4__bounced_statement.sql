-- A statement that came back is not deemed delivered when time passes; reading it still is delivery.
ALTER TABLE appeal_window ADD COLUMN bounced_at timestamptz;
