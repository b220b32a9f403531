/** Calls to other services, each through a guard. */
package io.redress.cases.client;
