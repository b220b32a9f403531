/** Keeping and reading the clocks of a case. */
package io.redress.cases.app.clock;
