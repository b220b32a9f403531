package io.redress.notifications.domain;

import java.util.Objects;

/**
 * Whose inbox a notice lies in: a merchant's (everybody who acts for the merchant sees it) or one employee's.
 *
 * @param kind merchant or employee
 * @param id the merchant's or the employee's id
 */
public record Recipient(Kind kind, String id) {
    /** The two kinds of inbox. */
    public enum Kind {
        MERCHANT,
        EMPLOYEE
    }

    public Recipient {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /** The inbox of a merchant. */
    public static Recipient merchant(String merchantId) {
        return new Recipient(Kind.MERCHANT, merchantId);
    }

    /** The inbox of an employee. */
    public static Recipient employee(String employeeId) {
        return new Recipient(Kind.EMPLOYEE, employeeId);
    }
}
