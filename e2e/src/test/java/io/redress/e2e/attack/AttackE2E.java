package io.redress.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.OwnProcesses;
import io.redress.e2e.RunningSuite;
import io.redress.e2e.attack.Cell.Expectation;
import io.redress.e2e.attack.Wire.Exchange;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Attacks every route that the suite's document has, from the document and the table of roles alone: a new route is
 * attacked without writing a test. Through the gateway, and past it at each service.
 */
@OwnProcesses
@Order(2)
class AttackE2E {

    private static final RunningSuite SUITE = RunningSuite.own();
    private static final int SHOWN = 60;
    private static final int OVERSIZE = 1_100_000;
    private static final int DEEP = 40;

    private static final Wire WIRE = new Wire();
    private static Tokens tokens;
    private static List<Route> routes;
    private static Requests requests;
    private static World world;
    private static Oracle oracle;

    @BeforeAll
    static void makeTheWorld() {
        tokens = new Tokens(SUITE.believedTokens());
        routes = SuiteContract.routes(
                ApiClient.of(SUITE.gatewayUrl()).get("/openapi.json").json());
        world = new WorldBuilder(SUITE.gatewayUrl(), tokens, routes, SUITE.events()).build();
        requests = new Requests(world);
        oracle = new Oracle(world);
    }

    @AfterAll
    static void end() {
        WIRE.close();
        SUITE.close();
    }

    @Test
    void every_cell_of_route_and_role_and_ownership_is_as_the_contract_says() throws Exception {
        Matrix matrix = new Matrix(world, requests, Roles.fromClassPath(), tokens, SUITE.gatewayUrl());
        List<Cell> cells = everywhere(matrix::cells);
        Tally tally = new Tally();
        Map<Boolean, List<Cell>> byPace = cells.stream().collect(Collectors.partitioningBy(Cell::needsVersion));
        List<String> failures = new ArrayList<>();
        List<Cell> atOnce = byPace.get(false);
        List<Exchange> answered = WIRE.send(atOnce.stream().map(Cell::sent).toList());
        for (int i = 0; i < atOnce.size(); i++) {
            judge(atOnce.get(i), answered.get(i), tally, failures);
        }
        for (Cell cell : byPace.get(true)) {
            Sent sent = cell.sent().with("If-Match", version(cell));
            judge(cell, new Exchange(sent, WIRE.send(sent)), tally, failures);
        }

        System.out.println("attack: " + cells.size() + " cells of route, role and ownership on " + routes.size()
                + " routes, " + failures.size() + " not as the contract says");
        tally.lines().forEach(System.out::println);
        assertNone(failures);
        assertThat(tally.cells()).isEqualTo(cells.size());
        assertThat(tally.seen()).as("what the contract promises").containsExactlyInAnyOrder(Expectation.values());
        assertThat(cells).hasSizeGreaterThan(routes.size() * 30);
    }

    @Test
    void no_hostile_token_opens_any_route() {
        Map<String, String> hostile = tokens.hostile();
        List<Sent> attempts = new ArrayList<>();
        everywhere((route, base) -> {
            if (!route.open()) {
                hostile.forEach((name, token) ->
                        attempts.add(requests.good(route, base).as(token).called(route + " with a token " + name)));
                attempts.add(requests.good(route, base)
                        .with("Authorization", "Basic b3BlcmF0b3ItMTpvcGVyYXRvcg==")
                        .called(route + " with a password"));
            }
            return List.of();
        });

        assertAll(
                "hostile tokens",
                attempts,
                exchange -> exchange.answer().status() == 401 ? List.of() : List.of("expected 401"));
    }

    @Test
    void nobody_but_an_agency_acts_for_the_merchant_of_a_header() {
        List<Sent> attempts = new ArrayList<>();
        String other = tokens.good(world.merchantB(), "merchant", Optional.of(world.merchantB()));
        for (Route route : routes) {
            if (!route.open()) {
                attempts.add(requests.good(route, SUITE.gatewayUrl())
                        .as(other)
                        .with("Redress-Merchant", world.merchantA())
                        .called(route + " by another merchant"));
            }
        }

        assertAll(
                "claims to act for a merchant",
                attempts,
                exchange -> exchange.answer().status() == 403 ? List.of() : List.of("expected 403"));
    }

    @Test
    void no_body_against_the_contract_is_taken() {
        List<Sent> attempts = new ArrayList<>();
        for (Route route : routes) {
            route.body().ifPresent(schema -> {
                Sent good = legitimate(route);
                BodyAttacks.invalid(schema, world.filled(route.example()))
                        .forEach(attack -> attempts.add(good.body(Requests.bytes(Json.encode(attack.value())))
                                .called(route + " body" + attack.what())));
                attempts.add(good.body(Requests.bytes("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)))
                        .called(route + " nested too deep"));
                attempts.add(good.body(Requests.bytes("{\"a\":")).called(route + " cut off"));
                attempts.add(good.body(new byte[] {(byte) 0xff, (byte) 0xfe, 0}).called(route + " that is no text"));
                attempts.add(good.body(new byte[0]).called(route + " without a body"));
            });
        }

        assertAll("bodies", attempts, AttackE2E::refused);
    }

    @Test
    void no_body_is_read_that_is_too_big() {
        List<Sent> attempts = new ArrayList<>();
        byte[] big = Requests.bytes("{\"a\":\"" + "x".repeat(OVERSIZE) + "\"}");
        for (Route route : routes) {
            if (route.body().isPresent()) {
                attempts.add(legitimate(route).body(big).called(route + " oversize"));
            }
        }

        assertAll(
                "oversize bodies",
                attempts,
                exchange -> exchange.answer().status() == 413 ? List.of() : List.of("expected 413"));
    }

    @Test
    void hostile_texts_are_stored_or_refused_and_do_nothing_else() {
        List<Sent> attempts = new ArrayList<>();
        for (Route route : routes) {
            route.body().ifPresent(schema -> BodyAttacks.hostile(schema, world.filled(route.example()))
                    .forEach(attack -> attempts.add(legitimate(route)
                            .body(Requests.bytes(attack.value().toString()))
                            .called(route + " body" + attack.what()))));
        }

        assertAll(
                "hostile texts",
                attempts,
                exchange -> exchange.sent().what().endsWith("null character") ? refused(exchange) : List.of());
    }

    @Test
    void hostile_paths_queries_and_headers_are_refused() {
        List<Sent> refused = new ArrayList<>();
        List<Sent> endured = new ArrayList<>();
        everywhere((route, base) -> {
            Sent good = legitimate(route, base);
            refused.addAll(ParameterAttacks.paths(route, good));
            ParameterAttacks.queries(route, good)
                    .forEach(attack -> (attack.invalid() ? refused : endured).add(attack.sent()));
            ParameterAttacks.headers(route, good)
                    .forEach((what, sent) -> refused.add(sent.called(route + " with " + what)));
            endured.add(good.with("X-Request-Id", "<script>").with("Accept-Language", "x".repeat(500)));
            return List.of();
        });

        assertAll("refused parameters", refused, AttackE2E::refused);
        assertAll(
                "endured parameters",
                endured,
                exchange -> exchange.answer().header("x-injected").isPresent()
                        ? List.of("a header was injected")
                        : List.of());
    }

    /** A path that climbs may name a list that there is, and that does not know the method. */
    private static List<String> refused(Exchange exchange) {
        int status = exchange.answer().status();
        boolean refused = List.of(400, 404, 405, 413, 414, 415, 422, 428).contains(status);
        return refused ? List.of() : List.of("expected a refusal");
    }

    private static void judge(Cell cell, Exchange exchange, Tally tally, List<String> failures) {
        tally.add(cell, exchange.answer());
        List<String> findings = new ArrayList<>(oracle.findings(exchange));
        boolean staffSees =
                cell.relation() == Cell.Relation.STAFF && cell.expected().opens();
        if (!staffSees) {
            findings.addAll(oracle.leaks(exchange, cell.merchantId()));
        }
        if (!cell.expected().met(exchange.answer())) {
            findings.add("not so");
        }
        if (!findings.isEmpty()) {
            failures.add(cell.failure(exchange, String.join(", ", findings)));
        }
    }

    private static void assertAll(String name, List<Sent> attempts, Function<Exchange, List<String>> judgement) {
        List<String> failures = new ArrayList<>();
        for (Exchange exchange : WIRE.send(attempts)) {
            List<String> findings = new ArrayList<>(oracle.findings(exchange));
            findings.addAll(judgement.apply(exchange));
            if (!findings.isEmpty()) {
                failures.add(exchange.sent().what() + " at " + exchange.sent().base()
                        + exchange.sent().target() + ": " + String.join(", ", findings) + ": " + exchange.answer());
            }
        }
        System.out.println(
                "attack: " + attempts.size() + " " + name + ", " + failures.size() + " not refused in order");
        assertNone(failures);
        assertThat(attempts).isNotEmpty();
    }

    private static void assertNone(List<String> failures) {
        assertThat(failures.stream().limit(SHOWN).map(AttackE2E::shortened).toList())
                .as("%d failures, the first of them", failures.size())
                .isEmpty();
    }

    private static String shortened(String failure) {
        return failure.length() > 700 ? failure.substring(0, 700) + " …" : failure;
    }

    /** Through the gateway, and at the service itself. */
    private static <T> List<T> everywhere(BiFunction<Route, String, List<T>> work) {
        List<T> all = new ArrayList<>();
        for (Route route : routes) {
            all.addAll(work.apply(route, SUITE.gatewayUrl()));
            SUITE.serviceUrl(route.service()).ifPresent(url -> all.addAll(work.apply(route, url)));
        }
        return all;
    }

    private static Sent legitimate(Route route) {
        return legitimate(route, SUITE.gatewayUrl());
    }

    /** A good request of somebody who may make it. */
    private static Sent legitimate(Route route, String base) {
        Roles roles = Roles.fromClassPath();
        String role = route.scope().isEmpty() || route.open()
                ? "operator"
                : route.scope().get(0);
        Optional<String> merchant =
                roles.merchantSide().contains(role) ? Optional.of(world.merchantA()) : Optional.empty();
        return requests.good(route, base).as(tokens.good(People.of(role), role, merchant));
    }

    /** Of the nearest thing above the route that can be read. */
    private static String version(Cell cell) throws IOException, InterruptedException {
        String path = cell.route().path();
        while (path.contains("/")) {
            String candidate = path;
            Optional<Route> readable = routes.stream()
                    .filter(route ->
                            route.method().equals("GET") && route.path().equals(candidate))
                    .findFirst();
            if (readable.isPresent()) {
                Answer seen = WIRE.send(legitimate(readable.get()));
                return seen.header("etag").orElse("\"1\"");
            }
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return "\"1\"";
    }
}
