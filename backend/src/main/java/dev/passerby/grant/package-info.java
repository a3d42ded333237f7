/** What the node signs for every session, so that anybody can check how long it may be. */
@NullMarked
package dev.passerby.grant;

import org.jspecify.annotations.NullMarked;
