package io.redress.penalties.api;

import io.redress.kit.http.Json;
import io.redress.penalties.app.seal.RecordForm;
import io.redress.penalties.domain.seal.DetectionRecord;

/** A detection record as JSON, before it is sealed. */
public final class DetectionRecordJson implements RecordForm {

    @Override
    public byte[] write(DetectionRecord record) {
        return Json.bytes(record);
    }

    @Override
    public DetectionRecord read(byte[] content) {
        return Json.read(content, DetectionRecord.class);
    }
}
