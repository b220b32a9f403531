package io.redress.cases.messaging;

import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Reply;
import io.redress.cases.domain.Side;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What is told when a side was heard, and on whose desk the case lies by that; never what was said. */
final class ArguedPayloads {

    private ArguedPayloads() {}

    /** The adjudicator may draft. Of cases that are answered together the lead alone says so. */
    static JsonObject answered(JsonObject data, CaseFile file, CaseEvent.AnswerFiled answered) {
        if (file.hearing().group().isEmpty() || file.leads()) {
            file.people().adjudicatorId().ifPresent(adjudicator -> data.put("adjudicatorId", adjudicator));
        }
        return data.put("answeredBy", answered.answeredBy());
    }

    /** The reply by which both sides have replied says so, once: the adjudicator may rule. */
    static JsonObject replied(JsonObject data, CaseFile file, CaseEvent.ReplyFiled replied) {
        if (completes(file, replied.side())) {
            data.put("complete", true);
            file.people().adjudicatorId().ifPresent(adjudicator -> data.put("adjudicatorId", adjudicator));
        }
        return data.put("by", replied.by()).put("side", replied.side().name());
    }

    private static boolean completes(CaseFile file, Side side) {
        List<Side> heard =
                file.proceedings().replies().stream().map(Reply::side).toList();
        return heard.containsAll(List.of(Side.values()))
                && heard.stream().filter(side::equals).count() == 1;
    }
}
