package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.protocol.ClientMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of one wallet, as {@link Encounters} knows it. Its own monitor guards where it stands;
 * the seat alone is read without it, on the way of a relayed message.
 */
public final class Participant {

  /** Where somebody stands. */
  sealed interface Standing {

    record Idle() implements Standing {}

    /** The chain is asked whether they may; another object each time it is asked. */
    final class Admitting implements Standing {
      final boolean front;

      Admitting(boolean front) {
        this.front = front;
      }
    }

    record Waiting(Waiter waiter) implements Standing {}

    /** Would wait if they were not away: out of the lobby, so that nobody is paired with them. */
    record Paused(boolean front) implements Standing {}

    record Seated(Seat seat) implements Standing {}
  }

  /** A side of an encounter. */
  record Seat(RunningEncounter encounter, Side side) {}

  private static final String NOWHERE = "";
  static final Standing IDLE = new Standing.Idle();

  private final String connection;
  private final Address wallet;
  private Standing standing = IDLE;
  private List<String> interests = List.of();
  private List<String> languages = List.of();
  private Openness openness = Openness.BOTH;
  private Instant waitingSince = Instant.EPOCH;
  private boolean hidesAddress;
  private int lastTold = -1;
  private boolean away;
  private volatile @Nullable Seat seat;
  private volatile String lastEncounter = "";

  Participant(String connection, Address wallet) {
    this.connection = connection;
    this.wallet = wallet;
  }

  /** The other of an encounter that one side has revived: not here yet, and never told anything. */
  static Participant expected(Address wallet) {
    return new Participant(NOWHERE, wallet);
  }

  /** Whether nobody has come yet. */
  boolean isExpected() {
    return connection.equals(NOWHERE);
  }

  /** Its public name. */
  public String connection() {
    return connection;
  }

  /** Whose it is. */
  public Address wallet() {
    return wallet;
  }

  /** The seat they hold now; may be read without the monitor. */
  @Nullable Seat seat() {
    return seat;
  }

  /** The encounter that ended last: what still comes for it is late, not wrong. */
  boolean hasJustLeft(String encounter) {
    return lastEncounter.equals(encounter);
  }

  Standing standing() {
    return standing;
  }

  void stand(Standing next) {
    if (standing instanceof Standing.Seated(Seat left)) {
      lastEncounter = left.encounter().id();
    }
    standing = next;
    seat = next instanceof Standing.Seated(Seat taken) ? taken : null;
    lastTold = -1;
  }

  void wish(ClientMessage.Join wishes, Instant now) {
    this.interests = wishes.interests();
    this.languages = wishes.languages();
    this.hidesAddress = wishes.hideAddress();
    forgetWait(now);
  }

  /** Begins to search narrowly again; who stated nothing asks for nothing. */
  void forgetWait(Instant now) {
    openness = statedNothing() ? Openness.ANYONE : Openness.BOTH;
    waitingSince = now;
  }

  /** When the wait began; being away does not interrupt it. */
  Instant waitingSince() {
    return waitingSince;
  }

  boolean isAway() {
    return away;
  }

  void setAway(boolean away) {
    this.away = away;
  }

  void widen() {
    openness = openness.wider();
  }

  Openness openness() {
    return openness;
  }

  /** Whether the search has gone beyond what was asked for. */
  boolean isWidened() {
    return openness != Openness.BOTH && !statedNothing();
  }

  private boolean statedNothing() {
    return interests.isEmpty() && languages.isEmpty();
  }

  List<String> interests() {
    return interests;
  }

  List<String> languages() {
    return languages;
  }

  /** Whether nobody they meet is to learn their address. */
  boolean hidesAddress() {
    return hidesAddress;
  }

  /** Whether this number of others is news to them; it is not afterwards. */
  boolean isNews(int others) {
    boolean news = lastTold != others;
    lastTold = others;
    return news;
  }

  /** Without the wallet, so that it may appear in a log. */
  @Override
  public String toString() {
    return "Participant[" + connection + "]";
  }
}
