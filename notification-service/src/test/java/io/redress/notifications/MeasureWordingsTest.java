package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.NoticePolicy;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.template.Wording;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notice that names a measure names each kind of the sample rules, in both languages, to everybody it goes to. */
class MeasureWordingsTest {
    private static final Map<String, String[]> NAMES = Map.of(
            "PROMOTION_BAN", new String[] {"限制参加营销活动", "Exclusion from promotions"},
            "NEW_LISTING_BAN", new String[] {"限制发布商品", "Ban on new listings"},
            "LISTINGS_REMOVED", new String[] {"下架商品", "Removal of listings"},
            "SHOP_HIDDEN", new String[] {"店铺屏蔽", "Hiding"},
            "PAYOUT_HOLD", new String[] {"暂停放款", "Hold on payouts"},
            "SHOP_CLOSURE", new String[] {"查封店铺", "Closure"});

    static Stream<Arguments> kinds() {
        return Stream.of(
                        NoticeType.MEASURE_IN_FORCE,
                        NoticeType.MEASURE_LIFTED,
                        NoticeType.INTERIM_RELIEF_ASKED,
                        NoticeType.INTERIM_RELIEF_DECIDED,
                        NoticeType.INTERIM_RELIEF_LAPSED)
                .flatMap(type -> NAMES.keySet().stream().sorted().map(kind -> Arguments.of(type, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("kinds")
    void each_kind_of_measure_has_its_name(NoticeType type, String kind) {
        PartyEvent event = event(type, kind);

        assertThat(NoticePolicy.addressees(type, event)).isNotEmpty();
        for (Addressee addressee : NoticePolicy.addressees(type, event)) {
            Wording.Result result = NotificationServiceFixture.words(type, addressee, event);
            assertThat(result).isInstanceOf(Wording.Result.Words.class);
            Wording.Result.Words words = (Wording.Result.Words) result;
            assertThat(words.body().zh())
                    .contains("“" + NAMES.get(kind)[0] + "”")
                    .doesNotContain(kind);
            assertThat(words.body().en())
                    .contains("\"" + NAMES.get(kind)[1] + "\"")
                    .doesNotContain(kind);
            assertThat(words.title().zh() + words.title().en()).doesNotContain(kind);
        }
    }

    private static PartyEvent event(NoticeType type, String kind) {
        return new PartyEvent(
                "evt_1",
                type.wireName(),
                Instant.parse("2018-04-20T02:00:00Z"),
                Map.ofEntries(
                        Map.entry("merchantId", "m-1004"),
                        Map.entry("shopId", "s-2004"),
                        Map.entry("advocateId", "adv-1"),
                        Map.entry("integrityId", "integrity-lead"),
                        Map.entry("dutyId", "duty-1"),
                        Map.entry("kind", kind),
                        Map.entry("origin", "IMPOSED"),
                        Map.entry("startsAt", "2018-04-20T10:00:00+08:00"),
                        Map.entry("endsAt", "2018-05-04T10:00:00+08:00"),
                        Map.entry("decideBy", "2018-04-21T10:00:00+08:00"),
                        Map.entry("outcome", "GRANTED"),
                        Map.entry("reasons.zh", "理由"),
                        Map.entry("reasons.en", "The reasons.")));
    }
}
