/** How a draft stands beside comparable rulings. It shows and asks for reasons; it decides nothing. */
package io.redress.cases.domain.consistency;
