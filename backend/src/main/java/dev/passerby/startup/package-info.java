/** What the console says when the service has started, and when it could not. */
@NullMarked
package dev.passerby.startup;

import org.jspecify.annotations.NullMarked;
