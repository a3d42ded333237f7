@NullMarked
package dev.passerby.ice;

import org.jspecify.annotations.NullMarked;
