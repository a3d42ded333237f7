/**
 * Who is online for whom, and calls between them: in memory only, under names that two people have
 * agreed on and that say nothing about either. Knows nothing of what anybody keeps.
 */
@NullMarked
package dev.passerby.presence;

import org.jspecify.annotations.NullMarked;
