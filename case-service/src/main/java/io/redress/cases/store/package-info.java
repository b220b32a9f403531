/** The service's own schema: SQL beside the mapping of its rows. */
package io.redress.cases.store;
