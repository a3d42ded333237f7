@NullMarked
package dev.passerby.operator;

import org.jspecify.annotations.NullMarked;
