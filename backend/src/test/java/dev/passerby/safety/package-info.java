@NullMarked
package dev.passerby.safety;

import org.jspecify.annotations.NullMarked;
