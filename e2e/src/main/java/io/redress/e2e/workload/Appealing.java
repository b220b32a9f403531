package io.redress.e2e.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.quickstart.story.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journey from the appeal to the end of its case. */
final class Appealing {

    private static final String CASES = "/v1/cases";
    private static final String NOTHING = "{}";

    private final Plan plan;
    private final Steps steps;
    private final String penaltyId;
    private final List<String> violations = new ArrayList<>();

    Appealing(Plan plan, Steps steps, String penaltyId) {
        this.plan = plan;
        this.steps = steps;
        this.penaltyId = penaltyId;
    }

    void tell() {
        steps.read(plan.proposer(), "/v1/penalties/" + penaltyId)
                .path("violations")
                .forEach(one -> violations.add(one.path("violationId").asText()));
        String caseId = open();
        String caseFile = CASES + "/" + caseId;
        argue(caseId, caseFile);
        if (plan.verdict() == Verdict.WITHDRAWN) {
            withdraw(caseId, caseFile);
            return;
        }
        deliberate(caseId, caseFile);
        rule(caseId, caseFile);
        steps.await("the case is closed", () -> Optional.of(steps.read(plan.adjudicator(), caseFile))
                .filter(seen -> seen.path("status").asText().equals("CLOSED")));
    }

    private String open() {
        boolean ownMotion = plan.charge() == Charge.LEGACY;
        User opener = ownMotion ? plan.advocate() : plan.merchant();
        Command opening = opening("open", opener, ownMotion)
                .withKey(Optional.of(plan.key("open", opener)))
                .waitingFor("not-found");
        User stranger = plan.stranger();
        steps.refused(opening("open-foreign", stranger, false), "not-found");
        String caseId = steps.accepted(opening).json().path("id").asText();
        steps.refused(opening("open-twice", plan.merchant(), false), "duplicate");
        steps.hidden("look-case", stranger, CASES + "/" + caseId);
        return caseId;
    }

    private Command opening(String step, User opener, boolean ownMotion) {
        return Command.post(
                plan.name() + "-" + step,
                Kind.OPEN_CASE,
                penaltyId + " " + opener.subject(),
                opener,
                CASES,
                Bodies.opening(penaltyId, ownMotion));
    }

    private void argue(String caseId, String caseFile) {
        User advocate = plan.advocate();
        if (plan.charge() != Charge.LEGACY) {
            String marker = caseId + " " + advocate.subject();
            String body = Bodies.advocate(advocate.subject());
            steps.move(
                    command("assign", Kind.ASSIGN_ADVOCATE, marker, advocate, caseFile + "/advocate", body), caseFile);
        }
        steps.refusedMove(claim("claim-early", caseId, caseFile, plan.adjudicator()), caseFile, "illegal-transition");
        String blind = plan.name() + "-brief-blind";
        steps.refused(
                Command.post(
                        blind, Kind.FILE_BRIEF, blind, advocate, caseFile + "/briefs", Bodies.brief(violations, blind)),
                "precondition-required");
        String marker = plan.name() + "-brief";
        steps.move(
                command(
                        "brief",
                        Kind.FILE_BRIEF,
                        marker,
                        advocate,
                        caseFile + "/briefs",
                        Bodies.brief(violations, marker)),
                caseFile);
    }

    private void withdraw(String caseId, String caseFile) {
        User stranger = plan.stranger();
        String path = caseFile + "/withdraw";
        steps.refusedMove(
                Command.post(
                        plan.name() + "-withdraw-foreign",
                        Kind.WITHDRAW,
                        caseId + " " + stranger.subject(),
                        stranger,
                        path,
                        NOTHING),
                caseFile,
                "not-found");
        User merchant = plan.merchant();
        String marker = caseId + " " + merchant.subject();
        steps.move(command("withdraw", Kind.WITHDRAW, marker, merchant, path, NOTHING), caseFile);
    }

    private void deliberate(String caseId, String caseFile) {
        User ownCause = User.staff(plan.proposer().subject(), "enforcement", "adjudicator");
        steps.refusedMove(claim("claim-own", caseId, caseFile, ownCause), caseFile, "own-cause");
        User adjudicator = plan.adjudicator();
        Command claim =
                claim("claim", caseId, caseFile, adjudicator).withKey(Optional.of(plan.key("claim", adjudicator)));
        steps.move(claim, caseFile);
        String answer = plan.name() + "-answer";
        String answers = caseFile + "/answers";
        steps.move(
                command("answer", Kind.FILE_ANSWER, answer, plan.respondent(), answers, Bodies.answer(answer)),
                caseFile);
        String second = answer + "-twice";
        steps.refusedMove(
                Command.post(second, Kind.FILE_ANSWER, second, plan.respondent(), answers, Bodies.answer(second)),
                caseFile,
                "duplicate");
    }

    private Command claim(String step, String caseId, String caseFile, User who) {
        return Command.post(
                plan.name() + "-" + step, Kind.CLAIM, caseId + " " + who.subject(), who, caseFile + "/claim", NOTHING);
    }

    private void rule(String caseId, String caseFile) {
        User adjudicator = plan.adjudicator();
        String drafts = caseFile + "/draft-rulings";
        String bare = plan.name() + "-draft-bare";
        steps.refusedMove(
                Command.post(bare, Kind.DRAFT_RULING, bare, adjudicator, drafts, Bodies.draft(plan, List.of(), bare)),
                caseFile,
                "reasons-missing");
        String draft = plan.name() + "-draft";
        JsonNode drafted = steps.move(
                        command(
                                "draft",
                                Kind.DRAFT_RULING,
                                draft,
                                adjudicator,
                                drafts,
                                Bodies.draft(plan, violations, draft)),
                        caseFile)
                .json();
        steps.moveTogether(
                List.of(
                        reply("reply-merchant", plan.merchant(), caseFile),
                        reply("reply-department", plan.respondent(), caseFile)),
                caseFile);
        String draftId = drafted.path("draft").path("id").asText();
        String marker = caseId + " " + adjudicator.subject();
        String body = Bodies.ruling(plan, draftId, violations, plan.name() + "-ruling");
        String rulings = caseFile + "/rulings";
        steps.refused(
                Command.post(plan.name() + "-rule-stale", Kind.RULE, marker, adjudicator, rulings, body)
                        .decidedOn("\"1\""),
                "version-conflict");
        steps.move(command("rule", Kind.RULE, marker, adjudicator, rulings, body), caseFile);
    }

    private Command reply(String step, User side, String caseFile) {
        String marker = plan.name() + "-" + step;
        return command(step, Kind.REPLY, marker, side, caseFile + "/replies", Bodies.reply(marker));
    }

    private Command command(String step, Kind kind, String marker, User who, String path, String body) {
        return Command.post(plan.name() + "-" + step, kind, marker, who, path, body)
                .withKey(Optional.of(plan.key(step, who)));
    }
}
