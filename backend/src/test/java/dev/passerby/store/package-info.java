@NullMarked
package dev.passerby.store;

import org.jspecify.annotations.NullMarked;
