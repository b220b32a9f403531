/** Faults to order, for tests of the whole: off unless {@code REDRESS_FAULTS=on}, and then nothing for production. */
package io.redress.kit.faults;
