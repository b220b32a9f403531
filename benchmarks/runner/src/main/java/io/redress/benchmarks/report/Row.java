package io.redress.benchmarks.report;

import io.redress.benchmarks.stats.Estimate;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * One measure of a job.
 *
 * @param job for example {@code J1 open a case}
 * @param unit of the figures
 * @param comparisons with the limit, with a peer, or both
 * @param details everything else that was measured, by round, for the JSON alone
 */
public record Row(String job, String unit, Estimate ours, List<Comparison> comparisons, JsonObject details) {}
