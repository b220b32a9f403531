/** Documents that somebody keeps, as PDF. */
package io.redress.kit.document;
