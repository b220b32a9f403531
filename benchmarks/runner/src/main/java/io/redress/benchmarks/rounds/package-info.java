/** Contenders measured in turn, in one run. */
package io.redress.benchmarks.rounds;
