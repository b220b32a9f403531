package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.legacy;
import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Every free text that the contract lets somebody send is either refused with a sealed term in it, or listed here as one
 * that no merchant reads from the platform. A text that is added to the contract fails this test until it is one of them.
 */
class PlatformTextsIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final String TERM = "graph-risk-score";

    /** By operation; a text is meant with everything under it. */
    private static final Map<String, Set<String>> NOT_THE_PLATFORMS_WORDS = Map.ofEntries(
            // the merchant's own
            Map.entry("registerMerchant", Set.of("/name")),
            Map.entry("objectToRulebookDraft", Set.of("/words")),
            Map.entry("clarifyFacts", Set.of("/text", "/attachments")),
            Map.entry("fileProofOfCure", Set.of("/text", "/attachments")),
            // sealed themselves, or read by those alone who may read the record
            Map.entry("proposePenalty", Set.of("/detectionRecord")),
            Map.entry("importPenalty", Set.of("/detectionRecord")),
            Map.entry("reportViolations", Set.of("/items/*/detectionRecord")),
            Map.entry("putSealedTerms", Set.of("/terms")),
            Map.entry("challengeSeal", Set.of("/grounds", "/whatShouldBeDisclosed")),
            // a question that is answered and not kept
            Map.entry("previewConsistency", Set.of("/factors")),
            // read by operators alone
            Map.entry("discardPenaltiesDeadLetter", Set.of("/reason")),
            Map.entry("replayPenaltiesDeadLetters", Set.of("/key")));

    /** A request that is taken as it is, and how it is sent. */
    private record Request(JsonObject body, Function<JsonObject, Answer> send) {}

    private final String shop = SUITE.newShop();
    private final ApiClient owner = SUITE.staff("rules-1", "rule-owner");

    @BeforeEach
    void the_terms_are_known() {
        SUITE.clock.set(PenaltySuite.START);
        Answer put = SUITE.staff("ops-1", "operator").put("/v1/sealed-terms", SealedTermsIT.terms());
        assertThat(put.status()).as(put.text()).isEqualTo(200);
    }

    @Test
    void no_free_text_of_the_contract_takes_a_sealed_term() {
        Map<String, Request> requests = requests();
        Map<String, List<String>> texts = platformTexts();

        assertThat(texts.keySet()).isEqualTo(requests.keySet());
        texts.forEach((operation, pointers) -> pointers.forEach(pointer -> {
            Request request = requests.get(operation);
            JsonObject spoilt = request.body().copy();
            String place = place(spoilt, pointer);
            JsonPointer.from(place).writeJson(spoilt, "The " + TERM + " says so.");

            assertRefused(operation, request.send().apply(spoilt), place);
        }));
    }

    private static void assertRefused(String operation, Answer answer, String place) {
        JsonObject problem = answer.json();
        if (operation.equals("reportViolations")) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            problem = problem.getJsonArray("items").getJsonObject(0).getJsonObject("problem");
        }
        assertThat(problem).as(operation + place + ": " + answer.text()).isNotNull();
        assertThat(problem.getString("code"))
                .as(operation + place + ": " + answer.text())
                .isEqualTo("sealed-term-in-text");
        assertThat(problem.getJsonArray("errors"))
                .as(operation + place + ": " + answer.text())
                .isNotNull();
        assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(place);
    }

    /** The first place of the body that the pointer means: a request has each of its texts. */
    private static String place(JsonObject body, String pointer) {
        return places(body, List.of(pointer.substring(1).split("/")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + pointer + " in " + body.encode()));
    }

    private static Stream<String> places(Object value, List<String> parts) {
        if (parts.isEmpty()) {
            return value instanceof String ? Stream.of("") : Stream.empty();
        }
        String part = parts.get(0);
        Stream<String> names = Stream.of(part);
        if (part.equals("{}") && value instanceof JsonObject members) {
            names = members.fieldNames().stream();
        } else if (part.equals("*") && value instanceof JsonArray items) {
            names = IntStream.range(0, items.size()).mapToObj(Integer::toString);
        }
        return names.flatMap(
                name -> places(JsonPointer.create().append(name).queryJson(value), parts.subList(1, parts.size()))
                        .map(rest -> "/" + name + rest));
    }

    private Map<String, Request> requests() {
        Map<String, Request> requests = new TreeMap<>();
        JsonObject weighed = ranged("S-03", "l-" + shop, 7, "volume")
                .put("deviationReasons", "The volume was out of the ordinary.")
                .put("unintentional", text());
        requests.put("proposePenalty", new Request(proposal(shop, weighed), body -> SUITE.enforcement()
                .post("/v1/penalties", body)));
        requests.put(
                "importPenalty",
                new Request(legacy(shop, "2018-04-01T00:00:00+08:00", weighed), body -> SUITE.staff("ops-1", "operator")
                        .post("/v1/penalties/import", body)));
        JsonObject item = proposal(shop)
                .put("sourceId", "hit-1")
                .put("violation", weighed)
                .put("detectionRecord", SealedPenalties.record());
        item.remove("violations");
        requests.put(
                "reportViolations",
                new Request(new JsonObject().put("items", new JsonArray().add(item)), body -> SUITE.machine()
                        .post("/v1/violations", body)));
        rules(requests);
        objections(requests);
        held(requests);
        clarification(requests);
        cure(requests);
        relief(requests);
        seals(requests);
        JsonObject programme = new Academy(SUITE).programme(Academy.earning("course", 2));
        requests.put("createProgramme", new Request(programme, body -> owner.post("/v1/programmes", body)));
        return requests;
    }

    private void rules(Map<String, Request> requests) {
        JsonObject rules =
                SampleRulebooks.json(12).put("version", 79).put("effectiveFrom", "2056-01-01T00:00:00+08:00");
        requests.put("registerRulebook", new Request(rules, body -> owner.put("/v1/rulebooks/79", body)));
        JsonObject draft = SampleRulebooks.json(12).put("version", 80);
        requests.put("openRulebookDraft", new Request(draft, body -> owner.post("/v1/rulebook-drafts", body)));
        Answer changing = owner.post("/v1/rulebook-drafts", draft);
        assertThat(changing.status()).as(changing.text()).isEqualTo(201);
        String changed = changing.header("location").orElseThrow();
        requests.put("changeRulebookDraft", new Request(draft, body -> owner.ifMatch(changing)
                .put(changed, body)));
    }

    private void objections(Map<String, Request> requests) {
        Answer opened =
                owner.post("/v1/rulebook-drafts", SampleRulebooks.json(12).put("version", 80));
        String announced = opened.header("location").orElseThrow();
        Answer notice = owner.ifMatch(opened)
                .post(announced + "/notices", new JsonObject().put("effectiveFrom", "2057-01-01T00:00:00+08:00"));
        assertThat(notice.status()).as(notice.text()).isEqualTo(200);
        Answer objection = SUITE.merchant("m-" + shop)
                .post(
                        announced + "/objections",
                        new JsonObject().put("language", "en").put("words", "Too much."));
        assertThat(objection.status()).as(objection.text()).isEqualTo(201);
        JsonObject reasons = new JsonObject().put("reasons", text());
        String answers = announced + "/objections/" + objection.json().getString("id") + "/answers";
        requests.put("answerObjection", new Request(reasons, body -> owner.post(answers, body)));
        requests.put("withdrawRulebookDraft", new Request(reasons, body -> owner.ifMatch(notice)
                .post(announced + "/withdrawals", body)));
    }

    private void held(Map<String, Request> requests) {
        Answer held = heldClosure();
        ApiClient approver = SUITE.staff("enf-lead", "enforcement-approver").ifMatch(held);
        requests.put(
                "refusePenalty",
                new Request(
                        new JsonObject().put("reason", "Not proven."),
                        body -> approver.post(path(held) + "/refuse", body)));
        JsonObject exception = new JsonObject().put("kind", "LEGAL_OBLIGATION").put("reasons", text());
        requests.put(
                "approvePenalty",
                new Request(
                        new JsonObject().put("withoutNotice", exception),
                        body -> approver.post(path(held) + "/approve", body)));
    }

    private void clarification(Map<String, Request> requests) {
        Answer held = heldClosure();
        Answer filed = SUITE.merchant(held.json().getString("merchantId"))
                .post(path(held) + "/clarification", new JsonObject().put("text", "我们没有制造。"));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        requests.put(
                "answerClarification",
                new Request(
                        new JsonObject().put("outcome", "UPHELD").put("reasons", text()),
                        body -> SUITE.staff("enf-2", "enforcement").post(path(held) + "/clarification/answers", body)));
    }

    private void cure(Map<String, Request> requests) {
        String name = SUITE.newShop();
        Answer announced = SUITE.enforcement().post("/v1/penalties", proposal(name, violation("G-03", "l-1")));
        String proof = path(announced) + "/proof-of-cure";
        SUITE.awaitStatus(announced.json().getString("id"), "ANNOUNCED");
        Answer filed = SUITE.merchant("m-" + name)
                .post(proof, new JsonObject().put("text", "已改正。").put("attachments", new JsonArray().add("record-1")));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        requests.put(
                "answerProofOfCure",
                new Request(
                        new JsonObject().put("outcome", "ACCEPTED").put("reasons", text()),
                        body -> SUITE.staff("enf-2", "enforcement").post(proof + "/answers", body)));
    }

    private void relief(Map<String, Request> requests) {
        String hidden = hiddenShop();
        JsonObject grounds = new JsonObject().put("grounds", text());
        Answer asked = SUITE.staff("adv-1", "advocate").post(hidden, grounds);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        requests.put(
                "decideInterimRelief",
                new Request(
                        new JsonObject().put("outcome", "GRANTED").put("reasons", text()),
                        body -> SUITE.staff("duty-1", "duty-adjudicator").post(hidden + "/decisions", body)));
        String other = hiddenShop();
        requests.put("askInterimRelief", new Request(grounds, body -> SUITE.staff("adv-1", "advocate")
                .post(other, body)));
    }

    /** The path of relief from the hiding of a new shop whose advocate is adv-1. */
    private static String hiddenShop() {
        String name = SUITE.newShop();
        JsonObject penalty = SUITE.inForce(SUITE.enforcement()
                .post(
                        "/v1/penalties",
                        proposal(name, violation("S-02", "l-1")).put("detectionRecord", SealedPenalties.record())));
        SealedPenalties.appeal(penalty, "adv-1", "adj-1");
        return "/v1/measures/" + SUITE.measure(name, "SHOP_HIDDEN").getString("measureId") + "/interim-relief";
    }

    private static Answer heldClosure() {
        Answer held = SUITE.enforcement().post("/v1/penalties", proposal(SUITE.newShop(), violation("C-91", "l-1")));
        assertThat(held.json().getString("status")).isEqualTo("HELD");
        return held;
    }

    private static String path(Answer penalty) {
        return "/v1/penalties/" + penalty.json().getString("id");
    }

    private void seals(Map<String, Request> requests) {
        JsonObject challenged = SealedPenalties.sealedPenalty(SUITE.newShop());
        SealedPenalties.appeal(challenged, "adv-1", "adj-1");
        JsonObject grounds = new JsonObject().put("grounds", text()).put("whatShouldBeDisclosed", "Who complained.");
        Answer raised = SUITE.staff("adv-1", "advocate").post(SealedPenalties.challenges(challenged), grounds);
        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        requests.put(
                "answerSealChallenge",
                new Request(
                        new JsonObject()
                                .put("outcome", "DISCLOSED")
                                .put("reasons", text())
                                .put("disclosure", text()),
                        body -> SUITE.staff("gov-vp", "rule-owner")
                                .post(
                                        SealedPenalties.challenges(challenged) + "/"
                                                + raised.json().getString("id") + "/answers",
                                        body)));
        JsonObject sealed = SealedPenalties.sealedPenalty(SUITE.newShop());
        requests.put("readDetectionRecord", new Request(SealedPenalties.purpose(), body -> SUITE.enforcement()
                .post(SealedPenalties.readings(sealed), body)));
    }

    private static JsonObject text() {
        return new JsonObject().put("zh", "不成立。").put("en", "It does not stand.");
    }

    /** The pointers of the contract's free texts, by operation, without those that are not the platform's words. */
    private static Map<String, List<String>> platformTexts() {
        JsonObject contract = contract();
        Map<String, List<String>> texts = new TreeMap<>();
        contract.getJsonObject("paths").forEach(path -> ((JsonObject) path.getValue()).forEach(method -> {
            JsonObject operation = (JsonObject) method.getValue();
            JsonPointer body = JsonPointer.from("/requestBody/content/application~1json/schema");
            if (body.queryJson(operation) instanceof JsonObject schema) {
                String id = operation.getString("operationId");
                List<String> found = new ArrayList<>();
                collect(contract, schema, "", found);
                found.removeIf(pointer -> NOT_THE_PLATFORMS_WORDS.getOrDefault(id, Set.of()).stream()
                        .anyMatch(prefix -> pointer.equals(prefix) || pointer.startsWith(prefix + "/")));
                if (!found.isEmpty()) {
                    texts.put(id, found);
                }
            }
        }));
        return texts;
    }

    /** A text is free when neither a list, a format nor a pattern of ids says what it may be. */
    private static void collect(JsonObject contract, JsonObject schema, String pointer, List<String> found) {
        if (schema.containsKey("$ref")) {
            Object named =
                    JsonPointer.fromURI(URI.create(schema.getString("$ref"))).queryJson(contract);
            collect(contract, (JsonObject) named, pointer, found);
            return;
        }
        boolean constrained = schema.containsKey("enum")
                || schema.containsKey("format")
                || !schema.getString("pattern", "\\S").equals("\\S");
        if ("string".equals(schema.getString("type")) && !constrained) {
            found.add(pointer);
        }
        schema.getJsonObject("properties", new JsonObject())
                .forEach(member ->
                        collect(contract, (JsonObject) member.getValue(), pointer + "/" + member.getKey(), found));
        if (schema.getValue("additionalProperties") instanceof JsonObject members) {
            collect(contract, members, pointer + "/{}", found);
        }
        if (schema.getValue("items") instanceof JsonObject items) {
            collect(contract, items, pointer + "/*", found);
        }
    }

    private static JsonObject contract() {
        try (InputStream yaml = PlatformTextsIT.class.getResourceAsStream("/openapi/penalty-service.yaml")) {
            return new JsonObject(new Yaml().<Map<String, Object>>load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
