/** What belongs together: the trace that a request, its events and their consumers share, and how to ask for it. */
package io.redress.kit.trace;
