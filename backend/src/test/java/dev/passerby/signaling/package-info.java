@NullMarked
package dev.passerby.signaling;

import org.jspecify.annotations.NullMarked;
