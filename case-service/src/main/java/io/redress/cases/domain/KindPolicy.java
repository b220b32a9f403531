package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the policy says of one kind of case.
 *
 * @param window in which a case can be opened, from what it is about; empty without an end. An appeal's window comes
 *     with its statement of reasons instead
 * @param once what there is one case of
 * @param requirements what is to be proved
 * @param effects what a ruling can change
 */
public record KindPolicy(
        CaseKind kind,
        Optional<Term> window,
        Once once,
        Respondent respondent,
        List<RequirementRule> requirements,
        Set<EffectKind> effects) {

    public KindPolicy {
        requirements = List.copyOf(requirements);
        effects = Set.copyOf(effects);
    }

    /** What there is one case of. */
    public enum Once {
        PENALTY("penalty"),
        LOSS("loss"),
        FEE("fee"),
        /** A shop has one case of the kind that has not ended; later ones may follow. */
        SHOP_AT_A_TIME("shop at a time"),
        UNLIMITED("");

        private final String words;

        Once(String words) {
            this.words = words;
        }

        /** Empty for words that no rule has. */
        public static Optional<Once> of(String words) {
            return List.of(values()).stream()
                    .filter(one -> one.words.equals(words))
                    .findFirst();
        }
    }

    /**
     * Which department answers.
     *
     * @param department with {@link By#DEPARTMENT}
     */
    public record Respondent(By by, Optional<String> department) {

        /** By what a department is the one that answers. */
        public enum By {
            IMPOSED_PENALTY("department that imposed the penalty"),
            NAMED_AS_LIABLE("departments named as liable"),
            CHARGED_FEE("department that charged the fee"),
            COMPLAINED_OF("department complained of"),
            /** It is named in the policy. */
            DEPARTMENT("");

            private final String words;

            By(String words) {
                this.words = words;
            }
        }

        /** In the policy's words, or the id of a department; empty for what is neither. */
        public static Optional<Respondent> of(String words) {
            Optional<By> rule = List.of(By.values()).stream()
                    .filter(by -> by != By.DEPARTMENT && by.words.equals(words))
                    .findFirst();
            if (rule.isPresent()) {
                return Optional.of(new Respondent(rule.get(), Optional.empty()));
            }
            return words.matches("[A-Za-z0-9._-]{1,64}")
                    ? Optional.of(new Respondent(By.DEPARTMENT, Optional.of(words)))
                    : Optional.empty();
        }

        /** The department that answers a request; the first one of several. */
        public Optional<String> of(Request request) {
            if (by == By.DEPARTMENT) {
                return department;
            }
            if (request instanceof Loss loss) {
                return loss.liable().stream().findFirst();
            }
            return request.departments().stream().findFirst();
        }
    }

    /**
     * What there is one case of.
     *
     * @param atATime whether a case that has ended leaves room for another
     */
    public record OnceKey(String key, boolean atATime) {}

    /** What this request is the one case of; empty when there may be as many as are asked for. */
    public Optional<OnceKey> onceKey(Party party, Request request) {
        return switch (once) {
            case LOSS, FEE ->
                request instanceof MoneyRequest money
                        ? Optional.of(new OnceKey(kind + ":" + party.merchantId() + ":" + money.reference(), false))
                        : Optional.empty();
            case SHOP_AT_A_TIME -> Optional.of(new OnceKey(kind + ":" + party.shopId(), true));
            case PENALTY, UNLIMITED -> Optional.empty();
        };
    }

    /** Why such a rule is none for this kind of case; empty when it is one. */
    public Optional<String> contradiction() {
        boolean onceFits =
                switch (once) {
                    case PENALTY -> kind == CaseKind.PENALTY_APPEAL;
                    case LOSS -> kind == CaseKind.COMPENSATION;
                    case FEE -> kind == CaseKind.FEE_RELIEF;
                    case SHOP_AT_A_TIME, UNLIMITED -> kind != CaseKind.PENALTY_APPEAL;
                };
        boolean respondentFits =
                switch (respondent.by()) {
                    case IMPOSED_PENALTY -> kind == CaseKind.PENALTY_APPEAL;
                    case NAMED_AS_LIABLE -> kind == CaseKind.COMPENSATION;
                    case CHARGED_FEE -> kind == CaseKind.FEE_RELIEF;
                    case COMPLAINED_OF -> kind == CaseKind.COMPLAINT;
                    case DEPARTMENT -> kind != CaseKind.PENALTY_APPEAL;
                };
        if (!onceFits) {
            return Optional.of("A case of kind " + kind + " cannot be one for each of what onePer says.");
        }
        if (!respondentFits) {
            return Optional.of("A case of kind " + kind + " has no such respondent.");
        }
        long ids = requirements.stream().map(RequirementRule::id).distinct().count();
        return ids < requirements.size()
                ? Optional.of("A requirement of " + kind + " is given twice.")
                : Optional.empty();
    }
}
