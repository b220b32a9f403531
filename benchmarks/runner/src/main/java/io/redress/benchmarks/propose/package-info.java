/** P1: a penalty is proposed and comes into force. */
package io.redress.benchmarks.propose;
