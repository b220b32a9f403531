package io.redress.penalties.domain.seal;

/**
 * From where the platform knows what a merchant also disclosed to be heard.
 *
 * @param reference of the merchant's file: its id, or the SHA-256 of its content
 * @param source that has nothing to do with the disclosure
 */
public record IndependentSource(String reference, String source) {

    @Override
    public String toString() {
        return "IndependentSource[***]";
    }
}
