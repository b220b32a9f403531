/** The stories' commands, drawn from a seed and sent through the gateway, and what their clients know of them. */
package io.redress.e2e.workload;
