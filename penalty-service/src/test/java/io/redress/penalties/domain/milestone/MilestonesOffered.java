package io.redress.penalties.domain.milestone;

import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A programme that runs through 2018, with a course of two points and a proof of cure, both of one academy. */
final class MilestonesOffered {

    static final Instant OPENS = Instant.parse("2018-01-01T00:00:00Z");
    static final Instant CLOSES = Instant.parse("2019-01-01T00:00:00Z");
    static final Instant ENROLLED = Instant.parse("2018-03-01T00:00:00Z");
    static final Enrolment ENROLMENT = new Enrolment("enr_1", "prg_1", "m-1", "s-1", ENROLLED);
    /** RFC 8032, section 7.1, test 2. */
    static final Verifier ACADEMY =
            new Verifier("academy", "MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=");

    static final Milestone COURSE = milestone("course", Milestone.Purpose.EARN_BACK, OptionalInt.of(2), "academy");
    static final Milestone CURE = milestone("cure", Milestone.Purpose.PROOF_OF_CURE, OptionalInt.empty(), "academy");

    private MilestonesOffered() {}

    static Milestone milestone(String id, Milestone.Purpose purpose, OptionalInt credit, String verifierId) {
        return new Milestone(
                id,
                "COURSE_PASSED",
                OptionalInt.empty(),
                new Text("课程", "a course"),
                purpose,
                credit,
                verifierId,
                true,
                30);
    }

    static Programme programme(Verifier... verifiers) {
        return programme(CLOSES, List.of(verifiers), List.of(COURSE, CURE));
    }

    static Programme programme(Instant closes, List<Verifier> verifiers, List<Milestone> milestones) {
        return new Programme(
                "prg_1",
                new Text("学习", "learning"),
                new Text("说明", "what it is about"),
                OPENS,
                closes,
                6,
                90,
                verifiers,
                milestones,
                "rules-1",
                Instant.parse("2017-12-01T00:00:00Z"));
    }

    static Claim claim(Milestone milestone, Optional<String> about, Instant achievedAt, String signature) {
        return new Claim("prg_1", milestone.id(), "s-1", about, achievedAt, "ref-1", signature);
    }
}
