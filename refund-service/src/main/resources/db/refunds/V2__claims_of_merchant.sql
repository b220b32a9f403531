-- A merchant's claims, newest first.
CREATE INDEX claim_of_merchant ON claim (merchant_id, id);
