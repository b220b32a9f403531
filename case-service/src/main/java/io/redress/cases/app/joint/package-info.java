/** Similar cases, heard and ruled together under a lead case, each with its own reasons. */
package io.redress.cases.app.joint;
