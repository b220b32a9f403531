package io.redress.e2e.attack;

import io.redress.e2e.attack.Cell.Expectation;
import io.redress.e2e.attack.Cell.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every route × role × ownership, with what roles.yaml and the route's extensions promise for it. */
final class Matrix {

    private static final String NOBODY = "nobody";
    /** Acts for the merchant of the header that it sends to the gateway, if it has that merchant's mandate. */
    private static final String AGENCY = "agency";

    private static final String MERCHANT_FILTER = "merchantId=";
    private static final String FOR_MERCHANT = "Redress-Merchant";

    private final World world;
    private final Requests requests;
    private final Roles roles;
    private final Tokens tokens;
    private final String gateway;

    Matrix(World world, Requests requests, Roles roles, Tokens tokens, String gateway) {
        this.world = world;
        this.requests = requests;
        this.roles = roles;
        this.tokens = tokens;
        this.gateway = gateway;
    }

    /** The cells of a route at one server. */
    List<Cell> cells(Route route, String base) {
        List<Cell> cells = new ArrayList<>();
        for (String role : roles.merchantSide()) {
            if (role.equals(AGENCY)) {
                agency(route, base, cells);
                continue;
            }
            cells.add(merchantSide(route, base, role, Relation.OWN, Optional.of(world.merchantA())));
            cells.add(merchantSide(route, base, role, Relation.FOREIGN, Optional.of(world.merchantB())));
            cells.add(merchantSide(route, base, role, Relation.UNBOUND, Optional.empty()));
            cells.addAll(filtered(route, base, role));
        }
        for (String role : roles.others()) {
            String token = tokens.good(People.of(role), role, Optional.empty());
            Sent sent = requests.good(route, base).as(token);
            cells.add(new Cell(route, role, Relation.STAFF, Optional.empty(), ofOthers(route, role), sent));
        }
        Expectation withoutToken = route.open() ? Expectation.LET_IN : Expectation.UNAUTHENTICATED;
        Sent bare = requests.good(route, base);
        cells.add(new Cell(route, NOBODY, Relation.NO_TOKEN, Optional.empty(), withoutToken, bare));
        return cells;
    }

    private void agency(Route route, String base, List<Cell> cells) {
        String with = tokens.good(People.AGENCY, AGENCY, Optional.empty());
        String without = tokens.good(People.OTHER_AGENCY, AGENCY, Optional.empty());
        Sent bare = requests.good(route, base);
        cells.add(new Cell(
                route,
                AGENCY,
                Relation.UNBOUND,
                Optional.empty(),
                ofMerchantSide(route, AGENCY, Relation.UNBOUND),
                requests.good(route, base).as(without)));
        if (!base.equals(gateway)) {
            return;
        }
        cells.add(new Cell(
                route,
                AGENCY,
                Relation.OWN,
                Optional.of(world.merchantA()),
                ofMerchantSide(route, AGENCY, Relation.OWN),
                requests.good(route, base).as(with).with(FOR_MERCHANT, world.merchantA())));
        cells.add(new Cell(
                route,
                AGENCY,
                Relation.FOREIGN,
                Optional.empty(),
                route.open() ? Expectation.LET_IN : Expectation.NOT_FOUND,
                bare.as(without).with(FOR_MERCHANT, world.merchantA())));
    }

    private Cell merchantSide(Route route, String base, String role, Relation relation, Optional<String> merchantId) {
        String token = tokens.good(role + "-of-" + merchantId.orElse(NOBODY), role, merchantId);
        Sent sent = requests.good(route, base).as(token);
        return new Cell(route, role, relation, merchantId, ofMerchantSide(route, role, relation), sent);
    }

    /**
     * Another merchant's things as the filter of a list that one may read: as if there were none. To ask for another
     * merchant as such is to ask for something that is not there.
     */
    private List<Cell> filtered(Route route, String base, String role) {
        if (!route.admits(role) || !route.owner().equals("merchant") || requests.belongsToA(route)) {
            return List.of();
        }
        String token = tokens.good(role + "-of-" + world.merchantB(), role, Optional.of(world.merchantB()));
        Sent sent = requests.good(route, base).as(token);
        return requests.filtersByA(route).stream()
                .map(filter -> new Cell(
                        route,
                        role,
                        Relation.FOREIGN,
                        Optional.of(world.merchantB()),
                        filter.startsWith(MERCHANT_FILTER) ? Expectation.NOT_FOUND : Expectation.EMPTY,
                        sent.query(filter)))
                .toList();
    }

    private Expectation ofMerchantSide(Route route, String role, Relation relation) {
        if (!route.admits(role)) {
            return Expectation.FORBIDDEN;
        }
        boolean owned = !route.owner().equals("none");
        if (route.owner().equals("matter") || owned && relation == Relation.UNBOUND) {
            return Expectation.NOT_FOUND;
        }
        boolean foreign = owned && relation == Relation.FOREIGN;
        return foreign && requests.belongsToA(route) ? Expectation.NOT_FOUND : Expectation.LET_IN;
    }

    private Expectation ofOthers(Route route, String role) {
        if (!route.admits(role)) {
            return Expectation.FORBIDDEN;
        }
        boolean takesPart = route.also().contains(role) || world.isParty(People.of(role));
        boolean merchantsInbox = route.owner().equals("recipient") && requests.pathBelongsToA(route);
        boolean apart = route.owner().equals("matter") && !takesPart
                || merchantsInbox && !route.also().contains(role);
        return apart ? Expectation.NOT_FOUND : Expectation.LET_IN;
    }
}
