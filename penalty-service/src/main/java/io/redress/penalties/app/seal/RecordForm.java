package io.redress.penalties.app.seal;

import io.redress.penalties.domain.seal.DetectionRecord;

/** How a detection record becomes bytes to be sealed, and back. */
public interface RecordForm {

    byte[] write(DetectionRecord record);

    DetectionRecord read(byte[] content);
}
