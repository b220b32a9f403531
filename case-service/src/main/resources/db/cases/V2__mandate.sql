-- Under which mandate an agency opened the case for the merchant.
ALTER TABLE case_file ADD COLUMN opened_under text;
