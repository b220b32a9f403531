/** One table for people, JSON for those who compare runs. */
package io.redress.benchmarks.report;
