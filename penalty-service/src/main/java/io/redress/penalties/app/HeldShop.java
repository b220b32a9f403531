package io.redress.penalties.app;

import io.redress.kit.command.Revision;
import io.redress.penalties.domain.shop.ShopFile;
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

    /** Where the subject stands; new ones stand at the beginning. */
    public Revision revision(String subject) {
        return revisions.getOrDefault(subject, Revision.NEW);
    }
}
