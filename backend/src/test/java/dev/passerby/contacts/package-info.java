@NullMarked
package dev.passerby.contacts;

import org.jspecify.annotations.NullMarked;
