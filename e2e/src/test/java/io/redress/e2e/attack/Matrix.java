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

    /** The cells of a route at one server, in every way that its query can name something of merchant A's. */
    List<Cell> cells(Route route, String base) {
        return requests.waysToAsk(route).stream()
                .flatMap(way -> cellsOf(way, base).stream())
                .toList();
    }

    private List<Cell> cellsOf(Route route, String base) {
        List<Cell> cells = new ArrayList<>();
        for (String role : roles.merchantSide()) {
            if (role.equals(AGENCY)) {
                agency(route, base, cells);
                continue;
            }
            cells.add(merchantSide(route, base, role, Relation.OWN, Optional.of(world.merchantA())));
            cells.add(merchantSide(route, base, role, Relation.FOREIGN, Optional.of(world.merchantB())));
            cells.add(merchantSide(route, base, role, Relation.UNBOUND, Optional.empty()));
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

    private Expectation ofMerchantSide(Route route, String role, Relation relation) {
        if (!route.admits(role)) {
            return Expectation.FORBIDDEN;
        }
        boolean owned = !route.owner().equals("none");
        if (route.owner().equals("matter") || owned && relation == Relation.UNBOUND) {
            return Expectation.NOT_FOUND;
        }
        if (relation == Relation.OWN || !owned) {
            return in(route);
        }
        if (requests.pathBelongsToA(route)) {
            return Expectation.NOT_FOUND;
        }
        if (requests.asksByAFilter(route)) {
            return Expectation.EMPTY_PAGE;
        }
        if (requests.restBelongsToA(route)) {
            return Expectation.NOT_FOUND;
        }
        return Expectation.LET_IN;
    }

    private Expectation ofOthers(Route route, String role) {
        if (!route.admits(role)) {
            return Expectation.FORBIDDEN;
        }
        boolean othersMatter = route.owner().equals("matter") && !world.isParty(People.of(role));
        boolean merchantsInbox = route.owner().equals("recipient") && requests.pathBelongsToA(route);
        boolean apart = othersMatter || merchantsInbox;
        return apart && !route.also().contains(role) ? Expectation.NOT_FOUND : in(route);
    }

    private Expectation in(Route route) {
        return requests.asksByAFilter(route) ? Expectation.FULL_PAGE : Expectation.LET_IN;
    }
}
