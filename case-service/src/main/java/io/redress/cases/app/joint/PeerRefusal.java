package io.redress.cases.app.joint;

import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.outcome.RefusalKind;
import java.util.Locale;

/** A refusal of another service, passed on under its own code. */
public record PeerRefusal(String code, RefusalKind kind) implements RefusalCode {

    @Override
    public String name() {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
