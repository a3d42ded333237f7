@NullMarked
package dev.passerby.grant;

import org.jspecify.annotations.NullMarked;
