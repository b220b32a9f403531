package io.redress.cases;

import io.redress.cases.api.BriefOperations;
import io.redress.cases.api.MessageOperations;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.argument.FileBrief;
import io.redress.cases.app.argument.FileStagedBrief;
import io.redress.cases.app.argument.StageBrief;
import io.redress.cases.app.clock.ReadClocks;
import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.app.message.HandleMessages;
import io.redress.cases.app.message.ReadMessages;
import io.redress.cases.app.message.SendMessage;
import io.redress.cases.app.precedent.CitedSources;
import io.redress.cases.messaging.MessageEventLog;
import io.redress.cases.store.PgConfidenceLog;
import io.redress.cases.store.PgMessages;
import io.redress.cases.store.PgStagedBriefs;
import io.redress.kit.boot.Ids;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.http.Operations;

/** What the merchant's side and the case's advocate have between them: messages, and the brief up to its filing. */
final class Talk {

    private final ServiceKit kit;
    private final CaseDesk desk;
    private final EvidenceFiles files;
    private final CitedSources sources;
    private final ReadClocks clocks;

    Talk(ServiceKit kit, CaseDesk desk, EvidenceFiles files, CitedSources sources, ReadClocks clocks) {
        this.kit = kit;
        this.desk = desk;
        this.files = files;
        this.sources = sources;
        this.clocks = clocks;
        kit.audit("case_thread", "case_id || ':messages'");
    }

    void bind(Operations operations, PlatformTexts texts) {
        Ids ids = kit.runtime().ids();
        PgMessages messages = new PgMessages();
        PgConfidenceLog log = new PgConfidenceLog();
        MessageEventLog events = new MessageEventLog(kit.recorder());
        ReadMessages read = new ReadMessages(desk, messages, files, log);
        new MessageOperations(
                        new SendMessage(desk, messages, files, clocks, events, ids),
                        read,
                        new HandleMessages(desk, messages, read, events),
                        texts)
                .bind(operations);
        PgStagedBriefs briefs = new PgStagedBriefs();
        new BriefOperations(
                        new StageBrief(desk, briefs, files, sources, log),
                        new FileStagedBrief(new FileBrief(desk, files, sources, ids), briefs),
                        texts)
                .bind(operations);
    }
}
