/** What protects people from each other: reports, blocks and cooldowns. */
@NullMarked
package dev.passerby.safety;

import org.jspecify.annotations.NullMarked;
