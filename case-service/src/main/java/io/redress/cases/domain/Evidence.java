package io.redress.cases.domain;

/**
 * What a brief puts forward for a violation.
 *
 * @param kind as in the case policy's requirements, or {@link #HARDSHIP}
 * @param reference where it is: an order, a document, a content hash
 */
public record Evidence(String kind, String reference) {

    /** Context that is treated kindly and decides nothing; the adjudicator does not see it. */
    public static final String HARDSHIP = "HARDSHIP";

    public boolean hardship() {
        return HARDSHIP.equalsIgnoreCase(kind);
    }
}
