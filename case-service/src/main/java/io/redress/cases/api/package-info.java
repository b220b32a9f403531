/** The contract's operations: bodies to commands, results to bodies. */
package io.redress.cases.api;
