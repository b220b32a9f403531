package io.redress.cases;

import io.redress.cases.WalkCast.Who;
import io.redress.cases.WalkLife.Draft;
import io.redress.cases.WalkMove.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Makes the commands of a walk, right ones and wrong ones, each with what must come of it. */
final class WalkMoves {

    private static final JsonObject HALF = new JsonObject().put("zh", "只有一半");

    private final WalkFacts facts;
    private final WalkLife life;
    private final WalkRules rules;
    private final WalkEffects effects;
    private final WalkDrafts drafts;
    private final WalkAdvocates advocates;
    private final String path;
    private final List<String> requirements;

    /** @param requirements of the case, by id */
    WalkMoves(
            WalkFacts facts,
            WalkLife life,
            WalkRules rules,
            WalkEffects effects,
            String path,
            List<String> requirements) {
        this.facts = facts;
        this.life = life;
        this.rules = rules;
        this.effects = effects;
        this.drafts = new WalkDrafts(facts, life);
        this.advocates = new WalkAdvocates(facts, life, this);
        this.path = path;
        this.requirements = requirements;
    }

    /**
     * @param good whether it says what it has to
     */
    Call call(String command, Who who, Random random, boolean good, Instant now) {
        return switch (command) {
            case "advocate" -> advocates.assign(who, rules.standsAgainst(who), random, now);
            case "requirements" -> requirement(who, random, good, now);
            case "briefs" -> brief(who, random, good, now);
            case "claim" ->
                call(command, who, CaseSuite.NOTHING, "", now, seen -> {
                    life.adjudicator = who.id();
                    life.answerBy = seen.getInstant("answerBy");
                    life.changed("IN_DELIBERATION", "CaseClaimed");
                });
            case "answers" ->
                call(command, who, new JsonObject().put("text", CaseSuite.REASONS), "", now, seen -> {
                    life.answeredBy = who.id();
                    life.changed(life.status, "AnswerFiled");
                });
            case "draft-rulings" -> draft(who, random, good, now);
            case "replies" -> reply(who, random, good, now);
            case "rulings" -> ruling(who, good, now);
            case "withdraw" ->
                call(
                        command,
                        who,
                        CaseSuite.NOTHING,
                        "",
                        now,
                        seen -> life.ended("WITHDRAWN", who.id(), "CaseWithdrawn", now));
            case "inadmissible" ->
                call(
                        command,
                        who,
                        reasons(good),
                        reasonsCode(good),
                        now,
                        seen -> life.ended("INADMISSIBLE", who.id(), "CaseInadmissible", now));
            case "continue" ->
                call(command, who, CaseSuite.NOTHING, continuing(who), now, seen -> life.continued(who.id(), now));
            case "reopening-requests" -> ask(who, random, good, now);
            case "refusals" -> refuse(who, random, good, now);
            case "reopen" -> reopen(who, random, good, now);
            case "reopening-decisions" -> decide(who, random.nextInt(3) > 0, good, now);
            case "advocate-changes" -> advocates.change(who, now);
            case "advocate-reassignments" -> advocates.reassign(who, random, now);
            default -> throw new IllegalArgumentException(command);
        };
    }

    /**
     * @param content code by which it is refused for what it says; empty if it is not
     * @param then what has changed after it was accepted
     */
    Call call(String command, Who who, JsonObject body, String content, Instant now, Consumer<JsonObject> then) {
        return call("/" + command, command, who, body, content, now, then);
    }

    /** @param at where below the case */
    private Call call(
            String at,
            String command,
            Who who,
            JsonObject body,
            String content,
            Instant now,
            Consumer<JsonObject> then) {
        return new Call(path + at, who, body, true, expected(command, who, content, now), then);
    }

    private String expected(String command, Who who, String content, Instant now) {
        if (!WalkGrid.mayCall(who, command)) {
            return "forbidden";
        }
        if (who.ofMerchantSide() && !who.merchantId().equals(facts.merchantId())) {
            return "not-found";
        }
        if (command.equals("advocate-reassignments") && rules.hasNoSay(who)) {
            return "advocate-is-free";
        }
        String admission = rules.admission(command, who, now);
        return admission.isEmpty() ? content : admission;
    }

    private Call requirement(Who who, Random random, boolean good, Instant now) {
        boolean known = good && !requirements.isEmpty();
        String id = known ? requirements.get(random.nextInt(requirements.size())) : "nothing-of-the-kind";
        JsonObject body =
                new JsonObject().put("requirementId", id).put("state", "WAIVED").put("reasons", CaseSuite.REASONS);
        return call(
                "requirements",
                who,
                body,
                known ? "" : "unknown-requirement",
                now,
                seen -> life.changed(life.status, "RequirementChanged"));
    }

    private Call brief(Who who, Random random, boolean good, Instant now) {
        boolean hardship = !good && random.nextBoolean();
        JsonObject body =
                facts.brief(good || hardship ? facts.item() : "vio_of_others", hardship ? "HARDSHIP" : "FACTS_WRONG");
        String content = good ? "" : hardship ? "hardship-is-no-ground" : "unknown-violation";
        return call("briefs", who, body, content, now, seen -> {
            life.briefBy = life.advocate;
            life.changed("SUBMITTED", "BriefFiled");
        });
    }

    private Call draft(Who who, Random random, boolean good, Instant now) {
        Draft draft = drafts.draft(random, now);
        if (!good) {
            draft.body.getJsonArray("violations").getJsonObject(0).put("reasons", HALF);
        }
        String content = !good ? "reasons-missing" : draft.worst() > life.most() ? "worse-off" : "";
        return call("draft-rulings", who, draft.body, content, now, seen -> drafts.issued(draft, seen));
    }

    /** A draft that gives the merchant everything. */
    Call draftInFavour(Who who, Instant now) {
        return draft(who, drafts.inFavour(now), now);
    }

    /** A draft that gives the merchant what it can once something is achieved, if there is such a thing in its kind. */
    Call draftOnCondition(Who who, Instant now) {
        return draft(who, facts.appeal() ? drafts.onCondition(now) : drafts.inFavour(now), now);
    }

    private Call draft(Who who, Draft draft, Instant now) {
        return call("draft-rulings", who, draft.body, "", now, seen -> drafts.issued(draft, seen));
    }

    private Call reply(Who who, Random random, boolean good, Instant now) {
        boolean asked = life.draft != null && life.draft.asksForUndertaking();
        boolean undertakes = good ? asked && who.ofMerchantSide() : random.nextBoolean();
        JsonObject body = new JsonObject().put("text", "请再看一遍").put("undertakes", undertakes);
        String content = life.draft == null ? "" : rules.replied(who, undertakes);
        return call("replies", who, body, content, now, seen -> {
            if (rules.speaksForMerchant(who)) {
                life.draft.ofMerchant++;
            } else {
                life.draft.ofDepartment++;
            }
            life.draft.undertaken |= undertakes;
            life.changed(life.status, "ReplyFiled");
        });
    }

    private Call ruling(Who who, boolean good, Instant now) {
        boolean drafted = life.draft != null;
        JsonObject body = new JsonObject()
                .put("draftId", drafted && good ? life.draft.id : "drf_of_others")
                .put(
                        "violations",
                        drafted
                                ? life.draft.body.getJsonArray("violations")
                                : facts.draft("UPHOLD").getJsonArray("violations"));
        boolean over =
                drafted && life.draft.conditions.stream().anyMatch(condition -> !condition.fulfilBy.isAfter(now));
        String content = !good ? "inconsistent-with-draft" : over ? "condition-invalid" : "";
        return call("rulings", who, body, content, now, seen -> effects.ruled(who.id(), now));
    }

    private static JsonObject reasons(boolean good) {
        return new JsonObject().put("reasons", good ? CaseSuite.REASONS : HALF);
    }

    private static String reasonsCode(boolean good) {
        return good ? "" : "reasons-missing";
    }

    private String continuing(Who who) {
        if (rules.concerned(who)) {
            return "own-cause";
        }
        return !life.stands ? "penalty-not-standing" : life.sibling ? "duplicate" : "";
    }

    private Call ask(Who who, Random random, boolean good, Instant now) {
        String wrong = good ? "" : List.of("ground", "reasons", "evidence").get(random.nextInt(3));
        boolean named = random.nextInt(2) > 0;
        JsonObject body = new JsonObject()
                .put("reasons", wrong.equals("reasons") ? new JsonObject() : CaseSuite.REASONS)
                .put("evidence", named && !wrong.equals("evidence") ? somethingNew() : new JsonArray());
        if (!wrong.equals("ground")) {
            body.put("ground", named || wrong.equals("evidence") ? "NEW_EVIDENCE" : "PROCEDURE");
        }
        String content =
                switch (wrong) {
                    case "ground" -> "grounds-missing";
                    case "reasons" -> "reasons-missing";
                    case "evidence" -> "new-evidence-missing";
                    default -> "";
                };
        return call("reopening-requests", who, body, content, now, seen -> {
            JsonArray requests = seen.getJsonArray("reopeningRequests");
            life.requests.add(new WalkLife.Request(requests.getJsonObject(requests.size() - 1)));
            life.changed(life.status, "ReopeningRequested");
        });
    }

    private static JsonArray somethingNew() {
        return new JsonArray().add(new JsonObject().put("kind", "photo").put("reference", "doc-new"));
    }

    private Call refuse(Who who, Random random, boolean good, Instant now) {
        boolean another = !good && random.nextBoolean();
        String id = life.waiting()
                .filter(request -> !another)
                .map(request -> request.id)
                .orElse("rrq_of_others");
        String content = another ? "reopening-not-requested" : reasonsCode(good);
        return call("/reopening-requests/" + id + "/refusals", "refusals", who, reasons(good), content, now, seen -> {
            life.waiting().orElseThrow().answer = "REFUSED";
            life.changed(life.status, "ReopeningRequestRefused");
        });
    }

    private Call reopen(Who who, Random random, boolean good, Instant now) {
        boolean ground = good || random.nextBoolean();
        JsonObject body = reasons(good);
        if (ground) {
            body.put("ground", "NEW_EVIDENCE");
        }
        String content = !ground ? "grounds-missing" : reasonsCode(good);
        boolean takesUp = life.waiting().isPresent() && random.nextBoolean();
        if (takesUp) {
            body.put("reopeningRequestId", life.waiting().orElseThrow().id);
        }
        return call("reopen", who, body, content, now, seen -> {
            life.waiting().ifPresent(request -> request.takenUp = takesUp);
            life.reviews.add(new WalkLife.Review(who.id(), life.ruledBy, life.draft.left(), life.endedBy));
            life.endedBy = "";
            life.changed("REOPENED", "CaseReopeningProposed");
        });
    }

    Call decide(Who who, boolean confirmed, boolean good, Instant now) {
        JsonObject body = reasons(good).put("confirmed", confirmed);
        return call("reopening-decisions", who, body, reasonsCode(good), now, seen -> {
            if (confirmed) {
                life.reopened(who.id());
            } else {
                life.waiting().filter(request -> request.takenUp).ifPresent(request -> request.answer = "REFUSED");
                life.endedBy = life.reviews.get(life.reviews.size() - 1).formerlyEndedBy();
                life.changed("CLOSED", "CaseReopeningRefused");
            }
        });
    }
}
