/** Puts together, from what each service knows, how a request became events and effects across the suite. */
package io.redress.quickstart.trace;
