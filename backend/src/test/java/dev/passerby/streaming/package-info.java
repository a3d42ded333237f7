@NullMarked
package dev.passerby.streaming;

import org.jspecify.annotations.NullMarked;
