package io.redress.penalties.api;

import io.redress.kit.http.Operations;
import io.redress.penalties.app.Parties.Merchant;
import io.redress.penalties.app.Parties.Shop;
import io.redress.penalties.app.RegisterParties;
import java.time.Instant;
import java.util.Optional;

/** Merchants and shops: who has to be there before a penalty. */
public final class RegistrationApi {

    private final RegisterParties registerParties;

    public RegistrationApi(RegisterParties registerParties) {
        this.registerParties = registerParties;
    }

    record MerchantBody(String name, String language, String email) {}

    record ShopBody(String merchantId, Instant openedAt) {}

    public void bind(Operations operations) {
        operations.command(
                "registerMerchant",
                (request, context, tx) -> {
                    MerchantBody body = request.body(MerchantBody.class);
                    return registerParties.merchant(
                            new Merchant(
                                    request.path("merchantId"),
                                    body.name(),
                                    body.language(),
                                    Optional.ofNullable(body.email())),
                            context,
                            tx);
                },
                merchant -> merchant);
        operations.command(
                "registerShop",
                (request, context, tx) -> {
                    ShopBody body = request.body(ShopBody.class);
                    return registerParties.shop(
                            new Shop(request.path("shopId"), body.merchantId(), body.openedAt()), context, tx);
                },
                shop -> shop);
    }
}
