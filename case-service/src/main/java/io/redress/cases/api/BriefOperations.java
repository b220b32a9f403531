package io.redress.cases.api;

import io.redress.cases.api.Bodies.BriefPointBody;
import io.redress.cases.api.Bodies.EvidenceBody;
import io.redress.cases.api.Bodies.FileBriefBody;
import io.redress.cases.api.Bodies.Text;
import io.redress.cases.api.Bodies.TiedEvidenceBody;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.argument.FileBrief;
import io.redress.cases.app.argument.FileStagedBrief;
import io.redress.cases.app.argument.StageBrief;
import io.redress.cases.app.argument.StagedResult;
import io.redress.cases.domain.Brief;
import io.redress.cases.domain.BriefContent;
import io.redress.cases.domain.BriefPoint;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.Ground;
import io.redress.cases.domain.TiedEvidence;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.pg.Tx;
import io.redress.kit.text.PhraseScanner;
import io.redress.kit.text.WrittenText;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The brief, from its first words to its filing, by operationId. */
public final class BriefOperations {

    private final StageBrief stage;
    private final FileStagedBrief file;
    private final PlatformTexts texts;

    public BriefOperations(StageBrief stage, FileStagedBrief file, PlatformTexts texts) {
        this.stage = stage;
        this.file = file;
        this.texts = texts;
    }

    /** What may be missing in a brief that is being written. */
    record StagedPointBody(
            String violationId,
            Optional<List<Ground>> grounds,
            Optional<Text> argument,
            Optional<List<EvidenceBody>> evidence,
            Optional<List<String>> precedents) {

        BriefPoint asDomain() {
            List<Evidence> all = evidence.orElse(List.of()).stream()
                    .map(EvidenceBody::asDomain)
                    .toList();
            return new BriefPoint(
                    violationId, grounds.orElse(List.of()), Bodies.text(argument), all, precedents.orElse(List.of()));
        }
    }

    record StageBriefBody(
            Optional<List<StagedPointBody>> violations,
            Optional<String> relief,
            Optional<List<TiedEvidenceBody>> evidence) {

        BriefContent asDomain() {
            return new BriefContent(
                    relief.orElse(""),
                    violations.orElse(List.of()).stream()
                            .map(StagedPointBody::asDomain)
                            .toList(),
                    tied(evidence));
        }
    }

    public void bind(Operations operations) {
        operations.batch("fileBrief", new CaseBatch(texts, this::fileBrief), CaseView::of);
        operations.query("getStagedBrief", this::staged);
        operations.command(
                "stageBrief",
                (request, context) -> texts.scannerFor(context.caller()),
                (request, context, tx, scanner) -> write(request, context, tx)
                        .map(decision -> PlatformTexts.checkedOf(decision, StagedResult::of, scanner, request.texts())),
                StagedBriefView::of);
        operations.command("discardStagedBrief", this::discard, StagedBriefView::of);
    }

    private Future<Decision<CaseResult>> fileBrief(
            ApiRequest request, CommandContext context, Tx tx, Optional<PhraseScanner> scanner) {
        FileBriefBody body = request.body(FileBriefBody.class);
        if (!body.staged().orElse(false)) {
            BriefContent content = new BriefContent(
                    body.relief().orElse(""),
                    body.violations().orElse(List.of()).stream()
                            .map(BriefPointBody::asDomain)
                            .toList(),
                    tied(body.evidence()));
            return file.file(new FileBrief.Command(caseId(request), content), context, tx)
                    .map(decision -> PlatformTexts.checked(decision, scanner, request.texts()));
        }
        if (body.violations().isPresent()
                || body.relief().isPresent()
                || body.evidence().isPresent()) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "the request is not as the contract says",
                    List.of(new Problem.Violation(
                            "/staged", "what was staged is filed as it is, with nothing beside it")));
        }
        return file.fileStaged(caseId(request), context, tx)
                .map(decision -> PlatformTexts.checked(decision, scanner, texts(decision)));
    }

    /** The words of a brief that did not come with the request; terms may have been sealed since it was staged. */
    private static List<WrittenText> texts(Decision<CaseResult> decision) {
        List<WrittenText> all = new ArrayList<>();
        if (decision instanceof Decision.Accepted<CaseResult> accepted) {
            Brief brief = accepted.result().file().proceedings().brief().orElseThrow();
            all.add(new WrittenText("/relief", brief.relief()));
            for (int i = 0; i < brief.points().size(); i++) {
                BriefPoint point = brief.points().get(i);
                String pointer = "/violations/" + i;
                all.add(new WrittenText(
                        pointer + "/argument/zh", point.argument().zh()));
                all.add(new WrittenText(
                        pointer + "/argument/en", point.argument().en()));
                point.evidence().forEach(piece -> all.add(new WrittenText(pointer + "/evidence", piece.reference())));
            }
            brief.forRequirements()
                    .forEach(one ->
                            all.add(new WrittenText("/evidence", one.evidence().reference())));
        }
        return all;
    }

    private Future<HttpAnswer> staged(ApiRequest request, CommandContext context, Tx tx) {
        return stage.read(caseId(request), context, tx).map(found -> found.map(one -> HttpAnswer.ok(
                                StagedBriefView.of(one))
                        .withHeader("ETag", '"' + Long.toString(one.brief().version()) + '"'))
                .orElseGet(HttpAnswer::notFound));
    }

    private Future<Decision<StagedResult>> write(ApiRequest request, CommandContext context, Tx tx) {
        StageBriefBody body = request.body(StageBriefBody.class);
        StageBrief.Command command = new StageBrief.Command(caseId(request), body.asDomain());
        return stage.write(command, context, tx);
    }

    private Future<Decision<StagedResult>> discard(ApiRequest request, CommandContext context, Tx tx) {
        return stage.discard(caseId(request), context, tx);
    }

    private static List<TiedEvidence> tied(Optional<List<TiedEvidenceBody>> evidence) {
        return evidence.orElse(List.of()).stream()
                .map(TiedEvidenceBody::asDomain)
                .toList();
    }

    private static String caseId(ApiRequest request) {
        return request.path("caseId");
    }
}
