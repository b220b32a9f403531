package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.Operations;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.kit.text.WrittenText;
import io.redress.penalties.app.ReportViolations;
import io.redress.penalties.app.ReportViolations.Report;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Violations that detection systems report, many at a time. */
public final class ReportApi {

    private final ReportViolations report;

    public ReportApi(ReportViolations report) {
        this.report = report;
    }

    public void bind(Operations operations) {
        operations.command("reportViolations", this::reported, answer -> answer);
    }

    private Future<Decision<ReportBodies.Answer>> reported(ApiRequest request, CommandContext context, Tx tx) {
        List<ReportBodies.Item> items = request.body(ReportBodies.Batch.class).items();
        List<WrittenText> texts = request.texts();
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            reports.add(items.get(i).report(context.caller().subject(), disclosed(i, texts)));
        }
        return report.handle(reports, context, tx)
                .map(results -> Decision.accept(ReportBodies.Answer.of(items, results), Revision.NEW, Write.none()));
    }

    /** What of the item the merchant could read: neither how it was found nor what the system calls it. */
    private static List<WrittenText> disclosed(int index, List<WrittenText> texts) {
        String item = "/items/" + index + "/";
        return texts.stream()
                .filter(text -> text.pointer().startsWith(item))
                .filter(text -> Stream.of("detectionRecord", "sourceId")
                        .noneMatch(member -> text.pointer().startsWith(item + member)))
                .toList();
    }
}
