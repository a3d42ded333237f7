@NullMarked
package dev.passerby.entitlement;

import org.jspecify.annotations.NullMarked;
