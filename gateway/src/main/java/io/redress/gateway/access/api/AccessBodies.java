package io.redress.gateway.access.api;

import io.redress.gateway.access.app.ApiKeys;
import io.redress.gateway.access.app.ManageApiKeys;
import io.redress.gateway.access.domain.ApiKey;
import io.redress.gateway.access.domain.Mandate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Bodies as the contract has them. */
final class AccessBodies {

    record NewApiKey(String machineId, String description, Optional<OffsetDateTime> expiresAt) {}

    record Rotation(String overlap) {}

    record NewMandate(String agencyId, Optional<OffsetDateTime> from, Optional<OffsetDateTime> until) {}

    record KeyView(
            String id,
            String machineId,
            String description,
            ApiKey.Status status,
            Instant createdAt,
            String createdBy,
            Optional<Instant> expiresAt,
            Optional<Instant> rotatedAt,
            Optional<Instant> oldSecretUntil,
            Optional<Instant> revokedAt,
            Optional<LocalDate> lastUsed,
            Optional<String> secret) {

        static KeyView shown(ManageApiKeys.Result result) {
            return of(result.key(), Optional.empty(), result.text(), result.at());
        }

        static KeyView kept(ManageApiKeys.Result result) {
            return of(result.key(), Optional.empty(), Optional.empty(), result.at());
        }

        static KeyView listed(ApiKeys.Used used, Instant now) {
            return of(used.key(), used.lastUsed(), Optional.empty(), now);
        }

        private static KeyView of(ApiKey key, Optional<LocalDate> lastUsed, Optional<String> secret, Instant now) {
            return new KeyView(
                    key.id(),
                    key.machineId(),
                    key.description(),
                    key.status(now),
                    key.createdAt(),
                    key.createdBy(),
                    key.expiresAt(),
                    key.rotatedAt(),
                    key.old().map(ApiKey.OldSecret::until),
                    key.revokedAt(),
                    lastUsed,
                    secret);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    record MandateView(
            String id,
            String merchantId,
            String agencyId,
            String givenBy,
            Instant givenAt,
            Instant from,
            Optional<Instant> until,
            Mandate.Status status,
            Optional<Instant> revokedAt,
            Optional<String> revokedBy) {

        static MandateView of(Mandate mandate, Instant now) {
            return new MandateView(
                    mandate.id(),
                    mandate.merchantId(),
                    mandate.agencyId(),
                    mandate.givenBy(),
                    mandate.givenAt(),
                    mandate.from(),
                    mandate.until(),
                    mandate.status(now),
                    mandate.revocation().map(Mandate.Revocation::at),
                    mandate.revocation().map(Mandate.Revocation::by));
        }
    }

    private AccessBodies() {}
}
