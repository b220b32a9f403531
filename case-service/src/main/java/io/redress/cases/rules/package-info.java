/** Rules that are data: expressions in CEL, checked and asked. */
package io.redress.cases.rules;
