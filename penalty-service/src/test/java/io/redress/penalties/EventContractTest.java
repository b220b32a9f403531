package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.shop.ShopEvent;
import io.redress.penalties.messaging.PenaltyEvents;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonObject;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published messages, their schemas and their examples belong together. */
class EventContractTest {

    private static final String TOPIC = "penalties.events.v1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MerchantRegistered",
                "ShopRegistered",
                "RulebookRegistered",
                "RulebookDraftOpened",
                "RulebookDraftChanged",
                "RulebookDraftAnnounced",
                "RulebookDraftWithdrawn",
                "RulebookPublished",
                "ClauseInShadow",
                "RulebookObjectionRaised",
                "RulebookObjectionJoined",
                "RulebookObjectionLeft",
                "RulebookObjectionAnswered",
                "PenaltyProposed",
                "PenaltyHeld",
                "PenaltyApproved",
                "PenaltyRefused",
                "PenaltyAnnounced",
                "StatementIssued",
                "StatementStored",
                "StatementDelivered",
                "PenaltyInForce",
                "PenaltyReduced",
                "PenaltyReversed",
                "PenaltyRefolded",
                "PenaltyServed",
                "PenaltyFinal",
                "PenaltyExpired",
                "PenaltyWithdrawn",
                "ClarificationFiled",
                "ClarificationEscalated",
                "ClarificationAnswered",
                "ProofOfCureFiled",
                "ProofOfCureEscalated",
                "ProofOfCureAnswered",
                "PenaltyCured",
                "InterimReliefAsked",
                "InterimReliefDecided",
                "InterimReliefLapsed",
                "InterimReliefClosed",
                "PenaltyAppealOpened",
                "PenaltyAppealEnded",
                "ThresholdReached",
                "ProgrammeCreated",
                "ShopEnrolled",
                "MilestoneVerified",
                "PointsCredited",
                "MeasureScheduled",
                "MeasureInForce",
                "MeasureSuspended",
                "MeasureLifted",
                "MeasureServed",
                "MeasureReversed",
                "MeasureConfirmed",
                "EffectAnswered",
                "DetectionRecordSealed",
                "DetectionRecordRead",
                "SealChallenged",
                "SealChallengeAnswered",
                "SealChallengeLapsed",
                "DisclosureIssued",
                "SealedTermsChanged"
            })
    void every_example_is_valid(String type) {
        JsonObject example = EventSchemas.example(TOPIC, type);

        assertThat(example.getString("type")).isEqualTo("io.redress.penalties." + type);
        EventSchemas.assertValid(TOPIC, type, example.getJsonObject("data"));
    }

    @Test
    void what_a_whole_life_publishes_is_valid() {
        ShopScenario shop = new ShopScenario();
        String legacy = shop.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());
        shop.inForce("2018-04-21", ShopScenario.charge("S-02", "l-1", "2018-03-01"));
        String held = shop.propose("2018-04-21", ShopScenario.charge("S-91", "l-2", "2018-03-01"));
        shop.approve(held, "enf-lead", "2018-04-22");
        shop.rule(legacy, 24, "2018-05-01");

        PenaltyEvents payloads = new PenaltyEvents();
        for (ShopEvent event : shop.events()) {
            var outgoing = payloads.outgoing(shop.file(), event);
            JsonObject asRead = new JsonObject(outgoing.data().encode());
            assertThat(asRead.getString("merchantId")).isEqualTo("m-1");
            EventSchemas.assertValid(TOPIC, outgoing.type(), asRead);
        }
        assertThat(shop.events()).hasSizeGreaterThan(15);
    }
}
