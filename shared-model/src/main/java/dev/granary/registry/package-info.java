/**
 * The registry: which SQL Servers there are, how to reach them and with which credentials. {@code servers.yml} is read
 * whole and every mistake reported at once; {@code register} makes the store agree with it; the other processes read
 * the store, each with the purpose its PostgreSQL role allows.
 */
@NullMarked
package dev.granary.registry;

import org.jspecify.annotations.NullMarked;
