package io.redress.penalties.domain.seal;

import java.util.List;

/** The words that no text of the platform may hold; whole sets, each replacing the one before. */
public record SealedTerms(List<Term> terms) {

    public SealedTerms {
        terms = List.copyOf(terms);
    }

    /** A term in both languages. */
    public record Term(String en, String zh) {
        @Override
        public String toString() {
            return "Term[***]";
        }
    }

    @Override
    public String toString() {
        return "SealedTerms[" + terms.size() + "]";
    }
}
