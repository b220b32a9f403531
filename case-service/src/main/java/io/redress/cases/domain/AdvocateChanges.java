package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A case gets another advocate: because the merchant asks, because the advocate or an operator says so, or in absence. */
public final class AdvocateChanges {

    /** Why a case has another advocate. */
    public enum Cause {
        MERCHANT_ASKED,
        REASSIGNED,
        ABSENCE
    }

    private AdvocateChanges() {}

    /** The merchant asks for another advocate, once in a case. */
    public static Outcome<CaseChange> ask(CaseFile file, Actor actor, AdvocatePanel panel, Instant now) {
        return admitted(file, CaseCommand.CHANGE_ADVOCATE, actor, now)
                .flatMap(admitted -> panel.chosen())
                .map(advocate ->
                        changed(file, file.people().withAdvocate(advocate).asked(), advocate, Cause.MERCHANT_ASKED));
    }

    /**
     * The case's advocate, or an operator, gives the case to another.
     *
     * @param advocateId empty to have one chosen by the rule
     * @param respondents who have no say in it
     */
    public static Outcome<CaseChange> reassign(
            CaseFile file,
            Actor actor,
            Optional<String> advocateId,
            AdvocatePanel panel,
            Respondents respondents,
            Instant now) {
        boolean defended = file.people().advocateId().isPresent();
        if (defended && respondents.standing(actor.id(), actor.department()).isPresent()) {
            return Outcome.refused(advocateIsFree());
        }
        return admitted(file, CaseCommand.REASSIGN_ADVOCATE, actor, now)
                .flatMap(admitted -> advocateId.map(panel::named).orElseGet(panel::chosen))
                .map(advocate -> changed(file, file.people().withAdvocate(advocate), advocate, Cause.REASSIGNED));
    }

    /**
     * The advocate is absent.
     *
     * @param delegate whom the advocate has named for the time; another is chosen where he cannot take the case
     */
    public static Outcome<CaseChange> handOver(CaseFile file, AdvocatePanel panel, Optional<String> delegate) {
        if (CaseTransitions.find(file.status(), CaseCommand.HAND_OVER).isEmpty()) {
            return Outcome.refused(CaseAdmission.illegal(file, CaseCommand.HAND_OVER));
        }
        return panel.preferred(delegate)
                .map(advocate -> changed(file, file.people().withAdvocate(advocate), advocate, Cause.ABSENCE));
    }

    /** What a respondent, or who is above one, is told; also who rates. */
    public static Refusal advocateIsFree() {
        return Refusal.of(
                CaseRefusal.ADVOCATE_IS_FREE,
                "A respondent, or who is above one, neither chooses nor removes nor reassigns nor rates the advocate of a case.");
    }

    private static Outcome<CaseFile> admitted(CaseFile file, CaseCommand command, Actor actor, Instant now) {
        return CaseAdmission.refusal(file, command, actor, now)
                .map(Outcome::<CaseFile>refused)
                .orElseGet(() -> Outcome.done(file));
    }

    private static CaseChange changed(CaseFile file, People people, String advocate, Cause cause) {
        String former = file.people().advocateId().orElseThrow();
        return new CaseChange(file.with(people), List.of(new CaseEvent.AdvocateChanged(advocate, former, cause)));
    }
}
