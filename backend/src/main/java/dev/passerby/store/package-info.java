/**
 * What the service remembers: a database, embedded or PostgreSQL, and the key that names wallets in
 * it.
 */
@NullMarked
package dev.passerby.store;

import org.jspecify.annotations.NullMarked;
