package io.redress.penalties.api;

import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.Operations;
import io.redress.penalties.app.rulebook.PreviewImpact;
import io.redress.penalties.domain.rulebook.impact.Change;
import io.redress.penalties.domain.rulebook.impact.ImpactTally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The dry run of a draft. */
public final class ImpactApi {

    private final PreviewImpact preview;

    public ImpactApi(PreviewImpact preview) {
        this.preview = preview;
    }

    record Ask(int days, Optional<String> after) {}

    record ChangeView(
            String merchantId,
            String shopId,
            String bucket,
            int pointsBefore,
            int pointsAfter,
            OptionalInt thresholdBefore,
            OptionalInt thresholdAfter,
            boolean measuresChange) {

        static ChangeView of(Change change) {
            return new ChangeView(
                    change.merchantId(),
                    change.shopId(),
                    change.bucket(),
                    change.before(),
                    change.after(),
                    change.thresholdBefore(),
                    change.thresholdAfter(),
                    change.measures());
        }
    }

    record ImpactView(
            String draftId,
            Instant since,
            long merchants,
            long merchantsChanged,
            long shops,
            long shopsStandingChanged,
            long shopsMeasuresChanged,
            long violations,
            long violationsUnpunished,
            List<ImpactTally.AtThreshold> thresholds,
            List<ImpactTally.Band> histogram,
            List<ChangeView> changes,
            Optional<String> next) {

        static ImpactView of(PreviewImpact.Impact impact) {
            ImpactTally tally = impact.tally();
            return new ImpactView(
                    impact.draftId(),
                    impact.since(),
                    tally.merchants(),
                    tally.merchantsChanged(),
                    tally.shops(),
                    tally.standingChanged(),
                    tally.measuresChanged(),
                    tally.violations(),
                    tally.unpunished(),
                    tally.thresholds(),
                    tally.histogram(),
                    tally.listed().stream().map(ChangeView::of).toList(),
                    impact.next());
        }
    }

    public void bind(Operations operations) {
        operations.command(
                "previewRulebookImpact",
                (request, context, tx) -> preview.handle(
                                DraftApi.draftId(request),
                                ask(request).days(),
                                ask(request).after(),
                                context,
                                tx)
                        .map(ImpactApi::viewed),
                view -> view);
    }

    private static Ask ask(ApiRequest request) {
        return request.body(Ask.class);
    }

    private static Decision<ImpactView> viewed(Decision<PreviewImpact.Impact> decision) {
        return Views.of(decision, (impact, revision) -> ImpactView.of(impact));
    }
}
