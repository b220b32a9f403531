package io.redress.penalties.api;

import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Statement;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.seal.SealAnswer;
import io.redress.penalties.domain.seal.SealChallenge;
import io.redress.penalties.domain.shop.ShopFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The disclosed side of a statement of reasons, with what was disclosed later. */
record StatementView(
        String penaltyId,
        String statementId,
        String language,
        Text statement,
        Instant issuedAt,
        Optional<Instant> storedAt,
        Optional<Instant> deliveredAt,
        String appealWindow,
        boolean imported,
        AppealView appeal,
        List<DisclosureView> disclosures) {

    /**
     * How long an appeal is possible.
     *
     * @param until the end of the window, once the statement is delivered; an appeal that was opened stops it
     */
    record AppealView(String within, String from, Optional<Instant> until) {}

    /** Something told to the merchant in addition, after a challenge to the seal. */
    record DisclosureView(String challengeId, Text disclosure, Instant at) {}

    static StatementView of(ShopFile file, Penalty penalty, List<SealChallenge> challenges) {
        Statement statement = penalty.statement().orElseThrow();
        Duration window = file.rulebookOf(penalty).appealWindow();
        String within = "P" + window.toDays() + "D";
        return new StatementView(
                penalty.id(),
                statement.id(),
                file.language(),
                statement.text(),
                statement.issuedAt(),
                statement.storedAt(),
                statement.deliveredAt(),
                within,
                penalty.imported(),
                new AppealView(within, "DELIVERY", statement.deliveredAt().map(at -> at.plus(window))),
                challenges.stream()
                        .flatMap(challenge -> disclosure(challenge).stream())
                        .toList());
    }

    private static Optional<DisclosureView> disclosure(SealChallenge challenge) {
        return challenge.answer().flatMap(answer -> answer.disclosure()
                .map(text -> view(challenge.id(), answer, text)));
    }

    private static DisclosureView view(String challengeId, SealAnswer answer, Text text) {
        return new DisclosureView(challengeId, text, answer.answeredAt());
    }
}
