package io.redress.notifications.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who is told about what. A party is told once of each event that concerns it; an event not listed here tells nobody.
 */
public final class NoticePolicy {
    private static final List<Addressee> NOBODY = List.of();
    private static final List<Addressee> MERCHANT = List.of(Addressee.MERCHANT);

    private NoticePolicy() {}

    /** Those to tell of this event, always in the same order. */
    public static List<Addressee> addressees(NoticeType type, PartyEvent event) {
        return switch (type) {
            case STATEMENT_ISSUED,
                    MEASURE_LIFTED,
                    PENALTY_REDUCED,
                    PENALTY_REVERSED,
                    CASE_OPENED,
                    BRIEF_FILED,
                    RULING_ISSUED,
                    CASE_CLOSED,
                    CASE_WITHDRAWN,
                    INADMISSIBLE -> MERCHANT;
            // An imported or continued measure is no news: the statement or the ruling has told of it.
            case MEASURE_IN_FORCE ->
                event.value("origin").filter("IMPOSED"::equals).isPresent() ? MERCHANT : NOBODY;
            case ADVOCATE_ASSIGNED -> List.of(Addressee.MERCHANT, Addressee.ADVOCATE);
            // An advocate acts for the merchant; without one somebody of the platform has to.
            case NOTICE_BOUNCED ->
                event.value(Addressee.ADVOCATE.member()).isPresent()
                        ? List.of(Addressee.MERCHANT, Addressee.ADVOCATE)
                        : present(event, Addressee.MERCHANT, Addressee.DESK);
            case ANSWER_FILED -> present(event, Addressee.ADVOCATE);
            case DRAFT_RULING_ISSUED -> present(event, Addressee.MERCHANT, Addressee.ADVOCATE, Addressee.RESPONDENT);
        };
    }

    /** Of these, the merchant in any case and employees where the case has them. */
    private static List<Addressee> present(PartyEvent event, Addressee... addressees) {
        return Stream.of(addressees)
                .filter(addressee -> addressee == Addressee.MERCHANT
                        || event.value(addressee.member()).isPresent())
                .toList();
    }

    /**
     * The key under which the wording is found in the message files: {@code <Type>.<role>}, with the variant
     * {@code .until} for a measure that ends by itself.
     */
    static String messageKey(NoticeType type, Addressee addressee, PartyEvent event) {
        String key = type.wireName() + "." + addressee.keyPart();
        boolean ends =
                type == NoticeType.MEASURE_IN_FORCE && event.value("endsAt").isPresent();
        return ends ? key + ".until" : key;
    }
}
