@NullMarked
package dev.passerby.encounter;

import org.jspecify.annotations.NullMarked;
