package io.redress.notifications.domain;

/** How far a delivery has come. */
public enum DeliveryState {
    /** Waits to be sent: for the first time, for quiet hours to end, or for another attempt. */
    QUEUED,
    /** Handed over to the first server on the way; no evidence that it arrived. In the inbox: it lies there. */
    SENT,
    /** The recipient's own mail server has taken it. */
    ACCEPTED,
    /** The address does not work. */
    BOUNCED,
    /** Given up after all attempts; nobody said that the address is wrong. */
    FAILED,
    /** Inbox only: opened. */
    READ,
    /** Inbox only: the recipient has confirmed that he knows of it. */
    ACKNOWLEDGED
}
