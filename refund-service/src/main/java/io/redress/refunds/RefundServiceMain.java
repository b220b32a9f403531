package io.redress.refunds;

import io.redress.kit.boot.Boot;

/** The refund service as a process; {@code migrate} brings its schema up to date and ends. */
public final class RefundServiceMain {
    private RefundServiceMain() {}

    public static void main(String[] arguments) {
        Boot.run(arguments, System.getenv(), RefundServiceConfig::from, RefundService::migrate, RefundService::create);
    }
}
