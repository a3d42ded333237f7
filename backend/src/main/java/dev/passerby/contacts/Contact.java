package dev.passerby.contacts;

import java.time.LocalDate;

/**
 * One entry of somebody's list.
 *
 * @param id 16 random bytes in base64url, chosen by the page
 * @param version grows with every change, and is never one that another entry of the list has or
 *     had
 * @param changedOn in UTC; no more exact than that
 */
record Contact(String id, long version, Sealed sealed, LocalDate changedOn) {}
