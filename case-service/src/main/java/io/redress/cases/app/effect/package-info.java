/** That what was ruled has been done. */
package io.redress.cases.app.effect;
