package dev.passerby.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a console may do that a healthy coturn does not; the healthy one is in the other test. */
class CoturnConsoleTest {

  private static final Duration TIMEOUT = Duration.ofMillis(300);
  private static final String GREETING =
      "TURN Server\r\n\r\nType '?' for help\r\nEnter password: \r\n";

  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void readsAnswersHoweverTheyAreCutIntoPieces() throws Exception {
    String sessions =
        String.join(
            "\r\n",
            "",
            "    1) id=000000000000000007, user <1798736400:match.1>:",
            "      realm: passerby",
            "      usage: rp=1, rb=2, sp=3, sb=4",
            "",
            "    2) id=001000000000000008, user <1798736400:match.2>:",
            "",
            "  Total sessions: 2",
            "",
            "> ");
    answer(1, GREETING, "> ", sessions, "> ");
    try (CoturnConsole console = open()) {
      List<CoturnConsole.Session> found = console.sessionsOf(":match.");
      assertThat(found)
          .containsExactly(
              new CoturnConsole.Session("000000000000000007", "1798736400:match.1"),
              new CoturnConsole.Session("001000000000000008", "1798736400:match.2"));
      console.cancel(found.getFirst());
    }
  }

  @Test
  void passesOverWhatTelnetSaysOfItself() throws Exception {
    String will = "\u00ff\u00fb\u0001";
    String users = will + "\r\n    user: <1:match.1>, 2 sess" + will + "ions\r\n\r\n> ";
    answer(64, will + GREETING, "> ", users);
    try (CoturnConsole console = open()) {
      assertThat(console.users()).containsExactly("1:match.1");
    }
  }

  @Test
  void needsNoPasswordWhereNoneIsAsked() throws Exception {
    answer(64, "TURN Server\r\n> ", "\r\n  Total sessions: 0\r\n\r\n> ");
    try (CoturnConsole console = open()) {
      assertThat(console.users()).isEmpty();
    }
  }

  @Test
  void takesAnotherQuestionForARefusal() {
    answer(64, GREETING, "Enter password: \r\n");
    assertThatThrownBy(this::open).hasMessageContaining("refuses the password");
  }

  @Test
  void waitsNoLongerThanItsTimeout() throws Exception {
    answer(64, GREETING, "> ");
    try (CoturnConsole console = open()) {
      assertThatThrownBy(console::users).isInstanceOf(SocketTimeoutException.class);
    }
    answer(64, "TURN Ser");
    assertThatThrownBy(this::open).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void givesUpWhenCoturnHangsUp() throws Exception {
    answer(64, GREETING, "> ", (String) null);
    try (CoturnConsole console = open()) {
      assertThatThrownBy(console::users).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void doesNotListenForEver() throws Exception {
    answer(1 << 20, GREETING, "> ", "x".repeat(20 << 20));
    try (CoturnConsole console =
        CoturnConsole.open(address(), "password", Duration.ofSeconds(20))) {
      assertThatThrownBy(console::users).hasMessageContaining("does not end");
    }
  }

  private CoturnConsole open() throws IOException {
    return CoturnConsole.open(address(), "password", TIMEOUT);
  }

  private InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  /**
   * Says the first thing to whoever connects, and one more for each line that it hears.
   *
   * @param piece how many bytes are sent at once
   * @param says null hangs up
   */
  private void answer(int piece, @Nullable String... says) {
    Thread.ofVirtual().start(() -> serve(piece, says));
  }

  private void serve(int piece, @Nullable String[] says) {
    try (Socket socket = server.accept()) {
      socket.setTcpNoDelay(true);
      for (int i = 0; i < says.length; i++) {
        if (i > 0) {
          readLine(socket);
        }
        String words = says[i];
        if (words == null) {
          return;
        }
        byte[] bytes = words.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at += piece) {
          socket.getOutputStream().write(bytes, at, Math.min(piece, bytes.length - at));
        }
      }
      while (socket.getInputStream().read() >= 0) {
        // Silent from now on.
      }
    } catch (IOException e) {
      // The console hung up first.
    }
  }

  private static void readLine(Socket socket) throws IOException {
    for (int next = 0; next != '\n'; next = socket.getInputStream().read()) {
      if (next < 0) {
        throw new EOFException();
      }
    }
  }
}
