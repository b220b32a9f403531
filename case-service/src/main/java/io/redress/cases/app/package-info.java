/** One class for each use case, and the ports they need. */
package io.redress.cases.app;
