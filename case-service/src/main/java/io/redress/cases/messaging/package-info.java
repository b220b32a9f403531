/** Domain events into payloads, and other services' events into commands. */
package io.redress.cases.messaging;
