package io.redress.cases.store;

import io.redress.cases.app.evidence.EvidenceFiles.Versioned;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceFile.Filing;
import io.redress.cases.domain.EvidenceFile.LegalHold;
import io.redress.cases.domain.EvidenceFile.Scan;
import io.redress.cases.domain.ScanVerdict;
import io.redress.cases.domain.Side;
import io.vertx.sqlclient.Row;

/** A row of evidence_file. */
final class EvidenceColumns {

    private EvidenceColumns() {}

    static Versioned file(Row row) {
        EvidenceFile file = new EvidenceFile(
                row.getString("evidence_id"),
                row.getString("case_id"),
                Side.valueOf(row.getString("side")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("proves"),
                row.getBoolean("hardship"),
                row.getString("added_by"),
                Columns.instant(row, "added_at"),
                Columns.maybeText(row, "filed_by").map(by -> new Filing(by, Columns.instant(row, "filed_at"))),
                new Scan(
                        ScanVerdict.valueOf(row.getString("scan_verdict")),
                        Columns.maybeInstant(row, "scanned_at"),
                        row.getInteger("scans")),
                Columns.maybeText(row, "held_by")
                        .map(by -> new LegalHold(by, Columns.instant(row, "held_at"), row.getString("hold_reason"))),
                Columns.maybeInstant(row, "removed_at"),
                Columns.maybeInstant(row, "deleted_at"));
        return new Versioned(file, row.getLong("version"));
    }
}
