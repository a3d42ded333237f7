package dev.passerby.ice;

import dev.passerby.ice.CoturnConsole.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes allocations on one coturn, in a thread of its own: those of an encounter as soon as it
 * ends, and then, look after look, whatever should not be there any longer. A coturn that does not
 * answer is tried again and again; nothing is lost meanwhile, as the next look finds what is left.
 */
final class AllocationCloser implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AllocationCloser.class);

  /** Encounters that end between two looks; those beyond are left to the look. */
  private static final int MAX_ENDED = 1_000;

  private static final Duration STOP_WITHIN = Duration.ofSeconds(2);
  private static final String STOP = "";

  /** Where a coturn's console is, and how to talk to it. */
  record Console(InetSocketAddress address, String password, Duration timeout, Duration lookEvery) {

    String name() {
      return address.getHostString() + ":" + address.getPort();
    }

    @Override
    public String toString() {
      return "Console[" + name() + "]";
    }
  }

  /** What is known of the encounters whose allocations these are. */
  interface Encounters {

    /** Whether the time of allocations under this name is over. */
    boolean isOver(TurnUsername name);

    /** So many allocations of the encounter were closed. */
    void closed(String encounter, int allocations);

    /** A coturn has been looked through. */
    void looked();
  }

  private final Console console;
  private final Encounters encounters;
  private final BlockingQueue<String> ended = new ArrayBlockingQueue<>(MAX_ENDED);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean reached;
  private final AtomicLong failures = new AtomicLong();
  private boolean failureTold;

  /** Told to end, and perhaps still listed for a moment: not to be counted twice. */
  private final Set<Session> cancelled = new HashSet<>();

  AllocationCloser(Console console, Encounters encounters) {
    this.console = console;
    this.encounters = encounters;
    this.thread = Thread.ofVirtual().name("coturn-" + console.name()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Host and port. */
  String name() {
    return console.name();
  }

  /** Whether coturn answered when it was asked last. */
  boolean isReached() {
    return reached;
  }

  /** How often it did not. */
  long failures() {
    return failures.get();
  }

  /** The encounter has ended. Never waits. */
  void close(String encounter) {
    boolean _ = ended.offer(encounter);
  }

  /** What has ended by now is still closed, if coturn answers. */
  @Override
  public void close() {
    stopping.countDown();
    close(STOP);
    try {
      if (!thread.join(STOP_WITHIN)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        converse();
      } while (!stopping.await(console.lookEvery().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      log.debug("coturn {} does not answer, and is left", name());
    }
  }

  /** Until coturn fails or the service stops. */
  private void converse() throws InterruptedException {
    try (CoturnConsole coturn =
        CoturnConsole.open(console.address(), console.password(), console.timeout())) {
      do {
        ended.removeIf(encounter -> !encounter.equals(STOP));
        look(coturn);
        answered();
      } while (closeUntilNextLook(coturn));
    } catch (IOException e) {
      failed(e);
    }
  }

  /** Closes all that is over, whoever was told of it. */
  private void look(CoturnConsole coturn) throws IOException {
    Set<String> over = new HashSet<>();
    for (String user : coturn.users()) {
      TurnUsername.parse(user)
          .filter(encounters::isOver)
          .ifPresent(name -> over.add(name.encounter()));
    }
    if (over.isEmpty() || cancelled.size() > MAX_ENDED) {
      cancelled.clear();
    }
    for (String encounter : over) {
      cut(coturn, encounter);
    }
    encounters.looked();
  }

  /**
   * @return whether there is to be another look
   */
  private boolean closeUntilNextLook(CoturnConsole coturn)
      throws IOException, InterruptedException {
    long look = System.nanoTime() + console.lookEvery().toNanos();
    while (true) {
      String encounter = ended.poll(look - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (encounter == null) {
        return true;
      }
      if (encounter.equals(STOP)) {
        return false;
      }
      cut(coturn, encounter);
    }
  }

  private void cut(CoturnConsole coturn, String encounter) throws IOException {
    int closed = 0;
    for (Session session : coturn.sessionsOf(TurnUsername.commonTo(encounter))) {
      if (TurnUsername.parse(session.username()).filter(encounters::isOver).isPresent()) {
        coturn.cancel(session);
        closed += cancelled.add(session) ? 1 : 0;
      }
    }
    if (closed > 0) {
      encounters.closed(encounter, closed);
    }
  }

  private void answered() {
    reached = true;
    if (failureTold) {
      failureTold = false;
      log.info("coturn {} answers again: relayed calls are cut when they end", name());
    }
  }

  /** Told once: it is tried every second. */
  private void failed(IOException why) {
    reached = false;
    failures.incrementAndGet();
    if (!failureTold) {
      failureTold = true;
      log.warn(
          "coturn {} cannot be told to close allocations, so relayed calls end only because both"
              + " pages obey: {}",
          name(),
          why.toString());
    }
  }
}
