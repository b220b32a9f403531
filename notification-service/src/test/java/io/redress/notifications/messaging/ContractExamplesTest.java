package io.redress.notifications.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.messaging.IncomingEvent;
import io.redress.notifications.NotificationServiceFixture;
import io.redress.notifications.app.Desks;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.NoticePolicy;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.template.Wording;
import io.redress.testkit.ArrivedEvents;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other services promise to send is enough for every notice. */
class ContractExamplesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "penalties.events.v1/StatementIssued",
                "penalties.events.v1/MeasureInForce",
                "penalties.events.v1/MeasureLifted",
                "penalties.events.v1/PenaltyReduced",
                "penalties.events.v1/PenaltyReversed",
                "penalties.events.v1/DisclosureIssued",
                "penalties.events.v1/SealChallengeAnswered",
                "penalties.events.v1/SealChallengeLapsed",
                "penalties.events.v1/ClarificationFiled",
                "penalties.events.v1/ClarificationEscalated",
                "penalties.events.v1/ClarificationAnswered",
                "penalties.events.v1/ProofOfCureFiled",
                "penalties.events.v1/ProofOfCureEscalated",
                "penalties.events.v1/ProofOfCureAnswered",
                "penalties.events.v1/InterimReliefAsked",
                "penalties.events.v1/InterimReliefDecided",
                "penalties.events.v1/InterimReliefLapsed",
                "penalties.events.v1/ShopEnrolled",
                "penalties.events.v1/MilestoneVerified",
                "cases.events.v1/CaseOpened",
                "cases.events.v1/AdvocateAssigned",
                "cases.events.v1/AdvocateChanged",
                "cases.events.v1/AdvocateReportingMoved",
                "cases.events.v1/AdvocateConcentrated",
                "cases.events.v1/NoAdvocateFree",
                "cases.events.v1/AdjudicatorChanged",
                "cases.events.v1/BriefFiled",
                "cases.events.v1/CaseClaimed",
                "cases.events.v1/AnswerFiled",
                "cases.events.v1/DraftRulingIssued",
                "cases.events.v1/ReplyFiled",
                "cases.events.v1/RulingIssued",
                "cases.events.v1/ConditionalRulingFulfilled",
                "cases.events.v1/ConditionalRulingLapsed",
                "cases.events.v1/EffectOverdue",
                "cases.events.v1/CaseClosed",
                "cases.events.v1/ReopeningRequested",
                "cases.events.v1/ReopeningRequestRefused",
                "cases.events.v1/ReopeningRequestOverdue",
                "cases.events.v1/CaseReopeningProposed",
                "cases.events.v1/CaseReopened",
                "cases.events.v1/CaseReopeningRefused",
                "cases.events.v1/CaseContinued",
                "cases.events.v1/CaseJoined",
                "cases.events.v1/CaseLeft",
                "cases.events.v1/CaseWithdrawn",
                "cases.events.v1/CaseInadmissible",
                "cases.events.v1/MessageSent",
                "cases.events.v1/MessageFiled",
                "cases.events.v1/ClockWarning",
                "cases.events.v1/ClockLapsed",
                "cases.events.v1/SnoozeEnded"
            })
    void the_contracts_example_can_be_worded_for_everybody_it_concerns(String example) throws IOException {
        PartyEvent read = PartyEventReader.read(read(example));
        NoticeType type = NoticeType.causedBy(read.type()).orElseThrow();
        PartyEvent event = new Desks(
                        Optional.of("integrity-lead"),
                        Optional.of("duty-1"),
                        Optional.of("enf-lead"),
                        Optional.of("ops-1"))
                .complete(type, read);

        assertThat(NoticePolicy.addressees(type, event)).isNotEmpty();
        for (Addressee addressee : NoticePolicy.addressees(type, event)) {
            assertThat(NotificationServiceFixture.words(type, addressee, event))
                    .as("%s to %s", example, addressee)
                    .isInstanceOf(Wording.Result.Words.class);
            assertThat(addressee.of(event)).isPresent();
        }
    }

    private static IncomingEvent read(String example) throws IOException {
        String topic = example.substring(0, example.indexOf('/'));
        String type = example.substring(topic.length() + 1);
        try (InputStream stream =
                ContractExamplesTest.class.getResourceAsStream("/events/" + topic + "/examples/" + type + ".json")) {
            JsonObject envelope = new JsonObject(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return ArrivedEvents.of(topic, "key", envelope);
        }
    }
}
