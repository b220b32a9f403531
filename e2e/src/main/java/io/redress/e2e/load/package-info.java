/** More than the suite can do: how it refuses, what becomes of what it took, and how it comes back. */
package io.redress.e2e.load;
