package io.redress.penalties.messaging;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.measures.TargetSet;
import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.penalty.ObjectRef;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.shop.ShopEvent;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Domain values as JSON of the event contract. */
final class Payloads {

    private Payloads() {}

    static String time(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    static JsonObject text(Text text) {
        return new JsonObject().put("zh", text.zh()).put("en", text.en());
    }

    static JsonObject proposed(JsonObject data, Penalty penalty) {
        Penalty.Basis basis = penalty.basis();
        data.put("decisionId", basis.decisionId())
                .put("proposedBy", basis.proposedBy())
                .put("imported", penalty.imported())
                .put("points", penalty.points())
                .put("rulebookVersion", basis.rulebookVersion())
                .put("highImpact", penalty.highImpact())
                .put("violations", violations(penalty.violations()));
        basis.departmentId().ifPresent(department -> data.put("departmentId", department));
        return data;
    }

    static JsonObject inForce(JsonObject data, Penalty penalty) {
        return data.put("decisionId", penalty.basis().decisionId())
                .put("points", penalty.points())
                .put("effectiveAt", time(penalty.effectiveAt().orElseThrow()))
                .put("violations", violations(penalty.violations()));
    }

    static JsonObject statement(JsonObject data, ShopFile shop, ShopEvent.StatementIssued issued) {
        Rulebook rulebook = shop.rulebookOf(issued.penalty());
        return data.put("statementId", issued.statement().id())
                .put("language", shop.language())
                .put("statement", text(issued.statement().text()))
                .put("appealWindow", days(rulebook.appealWindow().toDays()))
                .put("deemedDelivered", days(rulebook.deemedDelivered().toDays()))
                .put("imported", issued.penalty().imported());
    }

    static JsonObject corrected(JsonObject data, ShopEvent.PenaltyCorrected corrected) {
        return data.put("pointsBefore", corrected.pointsBefore())
                .put("pointsAfter", corrected.penalty().points())
                .put("caseId", corrected.ruling().caseId())
                .put("rulingId", corrected.ruling().rulingId())
                .put("effectiveAt", time(corrected.effectiveAt()))
                .put(
                        "remaining",
                        new JsonArray(corrected.remaining().stream()
                                .map(Payloads::remaining)
                                .toList()));
    }

    private static JsonObject remaining(Measure measure) {
        JsonObject data = new JsonObject()
                .put("kind", measure.kind())
                .put("state", measure.state().name());
        measure.servedAt().ifPresent(end -> data.put("endsAt", time(end)));
        return data;
    }

    static JsonObject measure(Measure measure) {
        JsonObject data = new JsonObject()
                .put("measureId", measure.id())
                .put("penaltyId", measure.penaltyId())
                .put("kind", measure.kind())
                .put("state", measure.state().name())
                .put("origin", measure.origin().name())
                .put("startsAt", time(measure.startsAt()));
        measure.servedAt().ifPresent(end -> data.put("endsAt", time(end)));
        return data;
    }

    static JsonObject credited(ShopEvent.PointsCredited credited) {
        Credit credit = credited.credit();
        return new JsonObject()
                .put("creditId", credit.id())
                .put("bucket", credit.bucket())
                .put("programmeId", credit.programmeId())
                .put("verificationId", credit.verificationId())
                .put("points", credit.points())
                .put("tally", credited.tally())
                .put("bookedAt", time(credit.bookedAt()));
    }

    static JsonObject target(TargetSet target) {
        return new JsonObject()
                .put("version", target.version())
                .put(
                        "measures",
                        new JsonArray(target.measures().stream()
                                .map(Payloads::targeted)
                                .toList()));
    }

    private static JsonObject targeted(Measure measure) {
        JsonObject data = new JsonObject()
                .put("measureId", measure.id())
                .put("kind", measure.kind())
                .put("state", measure.state().name())
                .put("startsAt", time(measure.startsAt()));
        measure.servedAt().ifPresent(end -> data.put("endsAt", time(end)));
        return data;
    }

    private static JsonArray violations(List<Violation> violations) {
        return new JsonArray(violations.stream().map(Payloads::violation).toList());
    }

    private static JsonObject violation(Violation violation) {
        return new JsonObject()
                .put("violationId", violation.id())
                .put("clauseId", violation.clauseId())
                .put("rulebookVersion", violation.rulebookVersion())
                .put("bucket", violation.bucket())
                .put("points", violation.points())
                .put("tariff", violation.tariff())
                .put("actKind", violation.actKind())
                .put("from", time(violation.actFrom()))
                .put("to", time(violation.actTo()))
                .put(
                        "objects",
                        new JsonArray(violation.objects().stream()
                                .map(Payloads::object)
                                .toList()))
                .put("facts", facts(violation.facts()));
    }

    private static JsonObject object(ObjectRef object) {
        return new JsonObject().put("type", object.type().name()).put("id", object.id());
    }

    private static JsonObject facts(Facts facts) {
        JsonObject data = new JsonObject()
                .put("orders", new JsonArray(facts.orders()))
                .put("listings", new JsonArray(facts.listings()));
        facts.description().ifPresent(description -> data.put("description", text(description)));
        facts.amount()
                .ifPresent(amount -> data.put(
                        "amount",
                        new JsonObject()
                                .put("amountMinor", Long.toString(amount.amountMinor()))
                                .put("currency", amount.currency())));
        facts.count().ifPresent(count -> data.put("count", count));
        return data;
    }

    private static String days(long days) {
        return "P" + days + "D";
    }
}
