package io.redress.penalties.domain.seal;

/** What happened to a detection record. None of these holds anything of the record. */
public sealed interface SealEvent {

    record RecordSealed() implements SealEvent {}

    record RecordRead(Reading reading) implements SealEvent {}

    record ChallengeRaised(SealChallenge challenge) implements SealEvent {}

    record ChallengeAnswered(SealChallenge challenge) implements SealEvent {}

    /** Something is told to the merchant in addition to the statement of reasons. */
    record DisclosureIssued(SealChallenge challenge) implements SealEvent {}

    record ChallengeLapsed(SealChallenge challenge) implements SealEvent {}
}
