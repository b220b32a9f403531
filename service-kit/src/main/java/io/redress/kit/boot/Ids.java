package io.redress.kit.boot;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** Makes ids: a readable prefix and a UUIDv7 in lower-case hex, for example {@code pen_018f0c2e…}; sortable by creation. */
@FunctionalInterface
public interface Ids {

    String next(String prefix);

    /** Ids from the machine's clock and randomness. */
    static Ids uuidV7() {
        NoArgGenerator generator = Generators.timeBasedEpochGenerator();
        return prefix -> prefix + "_" + generator.generate().toString().replace("-", "");
    }
}
