-- Shops that rulings give other owners. A shop moves with all that belongs to it once the marketplace has done it.
CREATE TABLE shop_transfer (
    effect_id    text        PRIMARY KEY,
    case_id      text        NOT NULL,
    shop_id      text        NOT NULL,
    owner_id     text        NOT NULL,
    ordered_at   timestamptz NOT NULL,
    confirmed_at timestamptz,
    former_id    text        REFERENCES merchant,
    moved_at     timestamptz,
    CHECK ((former_id IS NULL) = (moved_at IS NULL)),
    CHECK (moved_at IS NULL OR confirmed_at IS NOT NULL)
);
COMMENT ON COLUMN shop_transfer.former_id IS 'Who owned the shop until it moved: what he put forward to be heard stays protected.';
CREATE INDEX shop_transfer_shop ON shop_transfer (shop_id);
