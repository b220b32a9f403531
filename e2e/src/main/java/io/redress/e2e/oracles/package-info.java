/** What must hold of a suite at rest after every fault, as queries of its database and scans of its topics, pages and logs. */
package io.redress.e2e.oracles;
