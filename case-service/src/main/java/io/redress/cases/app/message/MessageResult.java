package io.redress.cases.app.message;

import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.Message;
import java.util.List;

/**
 * A message as one person sees it.
 *
 * @param evidence of the files that it names those that this person sees
 */
public record MessageResult(Message message, List<String> evidence, CaseResult of) {

    public MessageResult {
        evidence = List.copyOf(evidence);
    }
}
