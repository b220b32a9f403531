package io.redress.penalties.app;

import io.redress.kit.command.Revision;
import io.redress.penalties.domain.shop.ShopFile;
import java.util.HashMap;
import java.util.Map;

/**
 * A shop's file with the revisions of what it is made of.
 *
 * @param revisions by subject: penalties, measures, and buckets as {@code shopId:bucket}
 */
public record HeldShop(ShopFile file, Map<String, Revision> revisions) {

    public HeldShop {
        revisions = Map.copyOf(revisions);
    }

    /** The shop as it stands behind a change that was written. */
    HeldShop after(ShopFile changed, Map<String, Revision> touched) {
        Map<String, Revision> all = new HashMap<>(revisions);
        all.putAll(touched);
        return new HeldShop(changed, all);
    }

    /** Where the subject stands; new ones stand at the beginning. */
    public Revision revision(String subject) {
        return revisions.getOrDefault(subject, Revision.NEW);
    }
}
