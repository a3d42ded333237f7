@NullMarked
package dev.passerby.protocol;

import org.jspecify.annotations.NullMarked;
