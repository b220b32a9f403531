package io.redress.penalties.store;

import io.redress.kit.pg.Write;
import io.redress.penalties.domain.points.Credit;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Table point_credit. */
final class PgCredits {

    private static final String INSERT = """
            INSERT INTO point_credit (id, shop_id, bucket, programme_id, verification_id, points, booked_at, behind_booking)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::integer, $7::timestamptz, $8::integer)""";

    private PgCredits() {}

    static Write.Fragment insert(String shopId, Credit credit) {
        return new Write.Fragment(
                INSERT,
                Tuple.tuple()
                        .addString(credit.id())
                        .addString(shopId)
                        .addString(credit.bucket())
                        .addString(credit.programmeId())
                        .addString(credit.verificationId())
                        .addInteger(credit.points())
                        .addOffsetDateTime(Columns.time(credit.bookedAt()))
                        .addInteger(credit.behindBooking()),
                false);
    }

    static List<Credit> credits(Iterable<Row> rows) {
        List<Credit> credits = new ArrayList<>();
        rows.forEach(row -> credits.add(credit(row)));
        return credits;
    }

    static Credit credit(Row row) {
        return new Credit(
                row.getString("id"),
                row.getString("bucket"),
                row.getString("programme_id"),
                row.getString("verification_id"),
                row.getInteger("points"),
                Columns.instant(row, "booked_at"),
                row.getInteger("behind_booking"));
    }
}
