/** Which case lies in which queue, and who may take it. */
package io.redress.cases.app.queue;
