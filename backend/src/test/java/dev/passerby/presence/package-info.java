@NullMarked
package dev.passerby.presence;

import org.jspecify.annotations.NullMarked;
