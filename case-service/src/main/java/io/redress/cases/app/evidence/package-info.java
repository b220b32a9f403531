/** Files of evidence, from the upload to their end. */
package io.redress.cases.app.evidence;
