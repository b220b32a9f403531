package io.redress.cases.app.evidence;

import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseEvent.FiledFile;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.Side;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What was put forward for a merchant, told by reference with the brief, with the ruling and with a request to reopen the case:
 * others can then tell what he disclosed to be heard.
 */
public final class ToldFiles {

    private ToldFiles() {}

    /** The same change, its events naming those of the files that are the merchant's side's. */
    public static CaseChange in(CaseChange change, Collection<EvidenceFile> filed) {
        List<FiledFile> files = filed.stream()
                .filter(file -> file.side() == Side.MERCHANT)
                .map(file -> new FiledFile(file.id(), file.sha256()))
                .sorted(Comparator.comparing(FiledFile::evidenceId))
                .toList();
        return new CaseChange(
                change.state(),
                change.events().stream().map(event -> naming(event, files)).toList());
    }

    private static CaseEvent naming(CaseEvent event, List<FiledFile> files) {
        if (event instanceof CaseEvent.BriefFiled filed) {
            return new CaseEvent.BriefFiled(filed.briefId(), filed.advocateId(), files);
        }
        if (event instanceof CaseEvent.ReopeningRequested asked) {
            return new CaseEvent.ReopeningRequested(asked.request(), files, asked.headId());
        }
        return event instanceof CaseEvent.RulingIssued ruled
                ? new CaseEvent.RulingIssued(ruled.ruling(), files)
                : event;
    }
}
