/**
 * The crash matrix: a command and a consumer of each service, ended at each crash point of the kit, started again, and
 * asked whether what was acknowledged is there, once, and everything else goes on without anybody's help.
 */
package io.redress.e2e.crash;
