@NullMarked
package dev.passerby;

import org.jspecify.annotations.NullMarked;
