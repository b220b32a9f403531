/** Clocks of a case and who held it: pure functions of its history, so that what is kept can be worked out again. */
package io.redress.cases.domain.clock;
