package io.redress.cases;

import io.redress.testkit.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who turns up in one walk: who has a part in it, and who has none. */
final class WalkCast {

    /** Three advocates of the walks' own, below adv-lead; nobody else is listed while they run. */
    static final Set<String> ADVOCATES = Set.of("wlk-1", "wlk-2", "wlk-3");

    static final String PROPOSER = "enf-1";

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final List<String> ADJUDICATORS = List.of("adj-1", "adj-2", "adj-3", "adj-4");

    /** As the organisation of the walks says; whoever is not here is in no department. */
    private static final Map<String, String> DEPARTMENTS = Map.ofEntries(
            Map.entry(PROPOSER, "enforcement"),
            Map.entry("enf-2", "enforcement"),
            Map.entry("cto", "technology"),
            Map.entry("campaigns-1", "campaigns"),
            Map.entry("gov-vp", "governance"),
            Map.entry("crisis-1", "crisis"),
            Map.entry("adj-1", "adjudication"),
            Map.entry("adj-2", "adjudication"),
            Map.entry("wlk-1", "advocacy"),
            Map.entry("wlk-2", "advocacy"),
            Map.entry("wlk-3", "advocacy"));

    private static final Map<String, Who> STAFF = new ConcurrentHashMap<>();

    /**
     * Somebody with a token.
     *
     * @param department empty text for none
     * @param merchantId empty text for staff
     */
    record Who(String id, String role, String department, String merchantId, ApiClient client) {

        boolean ofMerchantSide() {
            return !merchantId.isEmpty();
        }

        @Override
        public String toString() {
            return id + " as " + role;
        }
    }

    final Who merchant;
    final Who delegate;
    final Who stranger;
    private final List<String> respondents;

    /** @param respondents who may answer in this walk, and somebody who may not */
    WalkCast(String merchantId, List<String> respondents) {
        this.merchant = ofMerchant("user-of-" + merchantId, merchantId, "merchant");
        this.delegate = ofMerchant("delegate-of-" + merchantId, merchantId, "delegate");
        this.stranger = ofMerchant("stranger", "m-stranger", "merchant");
        this.respondents = respondents;
    }

    private static Who ofMerchant(String id, String merchantId, String role) {
        ApiClient client = SUITE.anonymous().as(SUITE.infrastructure.issuer().merchant(id, merchantId, role));
        return new Who(id, role, "", merchantId, client);
    }

    static Who staff(String id, String role) {
        return STAFF.computeIfAbsent(
                id + " " + role, key -> new Who(id, role, DEPARTMENTS.getOrDefault(id, ""), "", SUITE.staff(id, role)));
    }

    static Who operator() {
        return staff("ops-1", "operator");
    }

    static Who adjudicator(Random random) {
        return staff(ADJUDICATORS.get(random.nextInt(ADJUDICATORS.size())), "adjudicator");
    }

    static Who advocate(Random random) {
        return staff("wlk-" + (1 + random.nextInt(ADVOCATES.size())), "advocate");
    }

    Who respondent(Random random) {
        return staff(respondents.get(random.nextInt(respondents.size())), "respondent");
    }

    /** Anybody, be it for a command of theirs or not. */
    Who anybody(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> merchant;
            case 1 -> delegate;
            case 2 -> stranger;
            case 3 -> operator();
            case 4 -> adjudicator(random);
            case 5 -> advocate(random);
            case 6 -> respondent(random);
            case 7 -> staff(PROPOSER, random.nextBoolean() ? "adjudicator" : "advocate");
            case 8 -> staff("campaigns-1", random.nextBoolean() ? "adjudicator" : "respondent");
            case 9 -> staff(advocate(random).id(), "adjudicator");
            case 10 -> staff(adjudicator(random).id(), "respondent");
            default -> staff("crisis-1", "respondent");
        };
    }
}
