@NullMarked
package dev.passerby.chain;

import org.jspecify.annotations.NullMarked;
