package io.redress.cases.api;

import io.redress.cases.app.CaseResult;
import io.redress.cases.app.PlatformTexts;
import io.redress.kit.http.CommandOperation;
import io.redress.kit.http.Operations;

/** Binds commands about a case whose texts others can read: none holds a sealed term. */
final class LintedCommand {

    private LintedCommand() {}

    static void bind(
            Operations operations,
            PlatformTexts texts,
            String operationId,
            CommandOperation.Plain<CaseResult> operation) {
        operations.command(
                operationId,
                (request, context) -> texts.scannerFor(context.caller()),
                (request, context, tx, scanner) -> operation
                        .decide(request, context, tx)
                        .map(decision -> PlatformTexts.checked(decision, scanner, request.texts())),
                CaseView::of);
    }
}
