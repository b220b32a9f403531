package io.redress.cases.messaging;

import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.EarlierRulings;
import io.redress.cases.domain.ViolationRuling;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What is told of earlier rulings and of files that a brief puts forward: references only. */
final class PrecedentPayloads {

    private PrecedentPayloads() {}

    static JsonObject brief(JsonObject data, CaseFile file, CaseEvent.BriefFiled filed) {
        JsonArray precedents = new JsonArray();
        file.proceedings().brief().orElseThrow().precedents().forEach(precedents::add);
        return files(data.put("precedents", precedents), filed.files());
    }

    /** Files of the merchant's side, by their id and their content. */
    static JsonObject files(JsonObject data, List<CaseEvent.FiledFile> filed) {
        JsonArray files = new JsonArray();
        filed.forEach(one ->
                files.add(new JsonObject().put("evidenceId", one.evidenceId()).put("sha256", one.sha256())));
        return data.put("files", files);
    }

    static JsonObject answers(JsonObject data, Draft draft) {
        JsonArray precedents = new JsonArray();
        draft.earlier()
                .precedents()
                .forEach(answer -> precedents.add(new JsonObject()
                        .put("rulingId", answer.rulingId())
                        .put("stance", answer.stance().name())));
        return data.put("precedents", precedents);
    }

    /** Reasons for each item, and why it is decided otherwise than comparable ones usually are. */
    static JsonArray reasons(List<ViolationRuling> rulings, EarlierRulings earlier) {
        JsonArray violations = new JsonArray();
        rulings.forEach(ruling -> {
            JsonObject violation = new JsonObject()
                    .put("violationId", ruling.violationId())
                    .put("outcome", ruling.outcome().name())
                    .put("reasons", CasePayloads.text(ruling.reasons()));
            earlier.deviation(ruling.violationId())
                    .ifPresent(reasons -> violation.put("deviationReasons", CasePayloads.text(reasons)));
            violations.add(violation);
        });
        return violations;
    }
}
