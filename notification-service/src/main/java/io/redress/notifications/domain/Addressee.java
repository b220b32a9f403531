package io.redress.notifications.domain;

import java.util.Arrays;
import java.util.Optional;

/** The role in which a recipient is told; each has a wording of its own. */
public enum Addressee {
    MERCHANT("merchantId", Recipient.Kind.MERCHANT),
    ADVOCATE("advocateId", Recipient.Kind.EMPLOYEE),
    /** Who was the advocate before. */
    FORMER("formerAdvocateId", Recipient.Kind.EMPLOYEE),
    RESPONDENT("respondentId", Recipient.Kind.EMPLOYEE),
    ADJUDICATOR("adjudicatorId", Recipient.Kind.EMPLOYEE),
    /** Who had the case to decide before. */
    FORMER_ADJUDICATOR("formerAdjudicatorId", Recipient.Kind.EMPLOYEE),
    /** Whoever a case lies with. */
    HOLDER("holderId", Recipient.Kind.EMPLOYEE),
    /** The head of the department whose time it is. */
    HEAD("headId", Recipient.Kind.EMPLOYEE),
    DESK("deskId", Recipient.Kind.EMPLOYEE),
    INTEGRITY("integrityId", Recipient.Kind.EMPLOYEE),
    /** Who decides on interim relief. */
    DUTY("dutyId", Recipient.Kind.EMPLOYEE),
    /** Who sees to it that a person approves, or answers in an approver's place. */
    APPROVERS("approversId", Recipient.Kind.EMPLOYEE),
    /** Who looks after what services or the marketplace did not do. */
    OPERATORS("operatorsId", Recipient.Kind.EMPLOYEE);

    private final String member;
    private final Recipient.Kind kind;

    Addressee(String member, Recipient.Kind kind) {
        this.member = member;
        this.kind = kind;
    }

    /** Reads a name that somebody else wrote. */
    public static Optional<Addressee> find(String name) {
        return Arrays.stream(values())
                .filter(addressee -> addressee.name().equals(name))
                .findFirst();
    }

    /** The member of the event which holds the recipient's id. */
    String member() {
        return member;
    }

    private Recipient recipient(String id) {
        return new Recipient(kind, id);
    }

    /** Who is told in this role; empty when the event names nobody. */
    public Optional<Recipient> of(PartyEvent event) {
        return event.value(member).filter(id -> !id.isBlank()).map(this::recipient);
    }
}
