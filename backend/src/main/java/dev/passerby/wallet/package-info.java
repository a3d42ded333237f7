@NullMarked
package dev.passerby.wallet;

import org.jspecify.annotations.NullMarked;
