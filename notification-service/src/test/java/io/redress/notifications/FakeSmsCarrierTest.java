package io.redress.notifications;

import io.redress.notifications.app.Carrier;

class FakeSmsCarrierTest extends SmsContract {
    private final FakeSmsCarrier fake = new FakeSmsCarrier();

    @Override
    Carrier carrier() {
        return fake;
    }

    @Override
    SmsNetwork network() {
        return fake;
    }
}
