package io.redress.cases.domain;

/**
 * What a brief puts forward for a violation.
 *
 * @param kind as in the case policy's requirements, or {@link #HARDSHIP}
 * @param reference where it is: an order, a document, or the id of a file of the case
 */
public record Evidence(String kind, String reference) {

    /** Context that is treated kindly and decides nothing; the adjudicator does not see it. */
    public static final String HARDSHIP = "HARDSHIP";

    /** True when it is a file that was added to the case. */
    public boolean file() {
        return EvidenceFile.named(reference);
    }

    public boolean hardship() {
        return HARDSHIP.equalsIgnoreCase(kind);
    }
}
