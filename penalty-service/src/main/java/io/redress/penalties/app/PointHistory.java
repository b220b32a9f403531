package io.redress.penalties.app;

import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.points.Entry;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The entries behind points, read page by page. */
public interface PointHistory {

    /** An entry of a shop. */
    record OfShop(String shopId, Entry entry) {}

    /** In the order they were written, behind this entry; none behind one that is not the shop's. */
    Future<List<OfShop>> entries(Tx tx, String shopId, Optional<String> behind, int limit);

    /** Shop by shop, in each in the order they were written; none behind one that is not the merchant's. */
    Future<List<OfShop>> entriesOfMerchant(Tx tx, String merchantId, Optional<String> behind, int limit);
}
