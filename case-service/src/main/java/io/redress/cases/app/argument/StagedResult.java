package io.redress.cases.app.argument;

import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.Filability.Missing;
import io.redress.cases.domain.StagedBrief;
import java.util.List;

/**
 * A brief that is being written.
 *
 * @param missing for what it would be refused if it were filed as it is
 */
public record StagedResult(StagedBrief brief, List<Missing> missing, CaseResult of) {

    public StagedResult {
        missing = List.copyOf(missing);
    }
}
