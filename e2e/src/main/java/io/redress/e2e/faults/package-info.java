/** What is done to a suite to see what it survives. */
package io.redress.e2e.faults;
