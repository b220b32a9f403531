-- A shop's file is read by the shop: the index of the exclusion holds only what has not lapsed.
CREATE INDEX punished_object_shop ON punished_object (shop_id, violation_id, ordinal);
