package io.redress.penalties;

import io.redress.penalties.domain.transparency.StatementCheck;
import io.redress.penalties.domain.transparency.StatementMapping;
import io.redress.penalties.domain.transparency.StatementSchema;
import io.redress.penalties.domain.transparency.TransparencyMapping;
import java.util.Optional;

/** The format and the mapping that are shipped, for tests in other packages. */
public final class TransparencySamples {

    public static final StatementSchema SCHEMA = SchemaFile.read();
    public static final TransparencyMapping MAPPING = MappingFile.read(Optional.empty(), SCHEMA);

    private TransparencySamples() {}

    public static StatementCheck check() {
        return new StatementCheck(SCHEMA);
    }

    public static StatementMapping mapping() {
        return new StatementMapping(MAPPING, SCHEMA);
    }
}
