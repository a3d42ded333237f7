/** What an operator does from the command line; nothing of it runs in the service. */
@NullMarked
package dev.passerby.operator;

import org.jspecify.annotations.NullMarked;
