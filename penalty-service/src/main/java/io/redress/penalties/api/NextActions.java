package io.redress.penalties.api;

import io.redress.kit.command.Caller;
import io.redress.penalties.app.hearing.Clarifications;
import io.redress.penalties.app.hearing.ReliefRequests;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.shop.Clarifying;
import io.redress.penalties.domain.shop.ShopFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a caller may do now, by the last part of the path it is done at. */
final class NextActions {

    private static final String ANSWER = "answer";

    private NextActions() {}

    /** On a penalty, as far as it can be said without its shop: not whether facts may be clarified. */
    static List<String> of(Penalty penalty, Caller caller, Instant now) {
        List<String> actions = new ArrayList<>();
        boolean mayDecide = caller.hasRole("enforcement-approver")
                && !caller.subject().equals(penalty.basis().proposedBy())
                && penalty.refuses(PenaltyCommand.APPROVE).isEmpty();
        if (mayDecide) {
            actions.addAll(List.of("approve", "refuse"));
        }
        if (answers(caller) && waits(penalty)) {
            actions.add(ANSWER);
        }
        actions.addAll(cure(penalty, caller, now));
        return actions;
    }

    /** On a penalty of this shop. */
    static List<String> of(ShopFile file, Penalty penalty, Caller caller, Instant now) {
        List<String> actions = new ArrayList<>(of(penalty, caller, now));
        boolean mayClarify = speaksForShop(caller)
                && caller.merchantId().equals(Optional.of(file.merchantId()))
                && Clarifying.possible(file, penalty, now);
        if (mayClarify) {
            actions.add("clarify");
        }
        return actions;
    }

    private static List<String> cure(Penalty penalty, Caller caller, Instant now) {
        if (!PenaltyCommand.CURE.allowedIn(penalty.status())) {
            return List.of();
        }
        if (penalty.cure().waits()) {
            return answers(caller) ? List.of("proof-of-cure/answers") : List.of();
        }
        return speaksForShop(caller) && penalty.cure().openAt(now) ? List.of("proof-of-cure") : List.of();
    }

    static List<String> of(Clarifications.Listed said, Caller caller) {
        return said.waits() && answers(caller) ? List.of(ANSWER) : List.of();
    }

    static List<String> of(ReliefRequests.Listed asked, Caller caller) {
        boolean mayDecide = caller.hasRole("duty-adjudicator")
                && asked.relief().open()
                && !asked.relief().askedBy().equals(caller.subject())
                && !asked.punishedBy().contains(caller.subject());
        return mayDecide ? List.of("decide") : List.of();
    }

    /** Whether a clarification of it still waits for a person. */
    static boolean waits(Penalty penalty) {
        return penalty.hearing().waits() && PenaltyCommand.WITHDRAW.allowedIn(penalty.status());
    }

    private static boolean speaksForShop(Caller caller) {
        return caller.hasRole("merchant") || caller.hasRole("delegate");
    }

    private static boolean answers(Caller caller) {
        return caller.hasRole("enforcement") || caller.hasRole("enforcement-approver");
    }
}
