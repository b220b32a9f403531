/** Where the bytes of evidence are received, looked at and kept. */
package io.redress.cases.files;
