package io.redress.penalties.domain.shop;

import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import java.util.List;

/** Says of a refusal which violation of the proposal it is about, and which member of it. */
final class ChargeRefusals {

    private ChargeRefusals() {}

    /** The refusal with pointers into the proposal, whose violations are numbered from 0. */
    static Refusal of(int index, Refusal refusal) {
        String violation = "/violations/" + index;
        List<Refusal.Wrong> wrong = refusal.wrong().isEmpty()
                ? List.of(new Refusal.Wrong(violation + member(refusal), refusal.detail()))
                : refusal.wrong().stream()
                        .map(member -> new Refusal.Wrong(violation + member.pointer(), member.detail()))
                        .toList();
        return refusal.at(wrong);
    }

    private static String member(Refusal refusal) {
        if (refusal.code() == PenaltyRefusal.CLAUSE_NOT_IN_FORCE) {
            return "/clauseId";
        }
        if (refusal.code() == PenaltyRefusal.ACT_TIME_INVALID) {
            return "/to";
        }
        return refusal.code() == PenaltyRefusal.NO_DISCLOSED_FACT ? "/facts" : "/points";
    }
}
