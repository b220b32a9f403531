/**
 * A stand-in for the marketplace: it owns shops and what is done to them, follows the penalty service's events, and
 * speaks only the public protocols. It can also be told to wait, to refuse and to be slow.
 */
package io.redress.simulators.marketplace;
