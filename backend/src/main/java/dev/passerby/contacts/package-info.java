/**
 * What people keep of people they met, sealed by their pages: the service can tell neither whom
 * anybody keeps nor what they wrote about them. Knows nothing of who is online for whom.
 */
@NullMarked
package dev.passerby.contacts;

import org.jspecify.annotations.NullMarked;
