package io.redress.penalties.app.seal;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.seal.DetectionRecord;
import io.redress.penalties.domain.seal.SealEvent;
import java.util.List;

/** Seals the detection record of a new penalty. */
public final class SealRecord {

    private final SealKeys keys;
    private final RecordForm form;
    private final DetectionRecords records;
    private final SealJournal journal;

    public SealRecord(SealKeys keys, RecordForm form, DetectionRecords records, SealJournal journal) {
        this.keys = keys;
        this.form = form;
        this.records = records;
        this.journal = journal;
    }

    /** What is written with the penalty. */
    public Write write(Penalty penalty, DetectionRecord record, CommandContext context) {
        Sealed sealed = keys.seal(penalty.id(), form.write(record));
        return records.insert(
                new DetectionRecords.Kept(penalty.id(), sealed, context.businessTime()),
                journal.record(context, penalty, Revision.NEW, List.of(new SealEvent.RecordSealed())));
    }
}
