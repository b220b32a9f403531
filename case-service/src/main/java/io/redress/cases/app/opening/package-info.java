/** How a case begins: appeals and requests, and the window of an appeal. */
package io.redress.cases.app.opening;
