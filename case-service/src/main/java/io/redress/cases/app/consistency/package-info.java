/** Use cases about comparable rulings. */
package io.redress.cases.app.consistency;
