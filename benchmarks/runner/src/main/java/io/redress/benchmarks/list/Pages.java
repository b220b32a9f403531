package io.redress.benchmarks.list;

import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A list with the places at which its pages can begin, found by walking through it once. */
final class Pages {

    /** Prime, so that every place has its turn and neighbours do not follow each other. */
    private static final long STRIDE = 7_368_787;

    private static final int STEP = 200;

    private final String path;
    private final String token;
    private final List<String> cursors;

    private Pages(String path, String token, List<String> cursors) {
        this.path = path;
        this.token = token;
        this.cursors = cursors;
    }

    /**
     * @param path with a question mark, without a limit
     * @param rows that the list has, at least {@value #STEP} times two
     */
    static Pages of(Infrastructure infrastructure, ServiceProcess service, String path, String token, int rows) {
        List<String> cursors = new ArrayList<>();
        try (ClosedLoop loop = new ClosedLoop(infrastructure.vertx(), service.port())) {
            String cursor = "";
            int seen = 0;
            while (cursor != null) {
                Call call = Call.get(path + "&limit=" + STEP + (cursor.isEmpty() ? "" : "&cursor=" + cursor), token);
                JsonObject page = new JsonObject(loop.one(call, 200));
                seen += page.getJsonArray("items").size();
                cursor = page.getString("next");
                if (cursor != null && seen <= rows - CaseLists.PAGE) {
                    cursors.add(cursor);
                }
            }
            if (seen != rows) {
                throw new IllegalStateException(path + " has " + seen + " items instead of " + rows);
            }
        }
        return new Pages(path + "&limit=" + CaseLists.PAGE, token, cursors);
    }

    Call first() {
        return Call.get(path, token);
    }

    /** The page of that number, from anywhere in the list. */
    Call anywhere(int number) {
        return Call.get(path + "&cursor=" + cursors.get((int) (number * STRIDE % cursors.size())), token);
    }
}
