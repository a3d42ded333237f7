package dev.passerby.ice;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation with coturn's telnet console ({@code cli-ip}, {@code cli-port}): one command, then
 * everything up to the next prompt, then the next command, since coturn takes whatever arrives
 * together for one line. Belongs to one thread; any failure ends the conversation.
 */
final class CoturnConsole implements AutoCloseable {

  /** An allocation, by the number that coturn knows it under. */
  record Session(String id, String username) {}

  private static final Pattern SESSION = Pattern.compile("\\s*\\d+\\) id=(\\d+), user <(.*)>:\\s*");
  private static final Pattern USER = Pattern.compile("\\s*user: <(.*)>, \\d+ sessions\\s*");
  private static final String PROMPT = "> ";
  private static final String PASSWORD_WANTED = "Enter password";

  /** Some 250,000 users; more is not an answer but a fault. */
  private static final int MAX_ANSWER_BYTES = 16 << 20;

  private static final int INTERPRET_AS_COMMAND = 255;
  private static final int FIRST_NEGOTIATION = 251;

  private final Socket socket;
  private final InputStream in;
  private final Duration timeout;
  private final byte[] buffer = new byte[8 * 1024];
  private int at;
  private int end;
  private long deadline;
  private int budget;

  private CoturnConsole(Socket socket, Duration timeout) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.timeout = timeout;
  }

  /**
   * Connects and says the password.
   *
   * @param timeout for the connection, and then for each answer
   * @throws IOException also when coturn refuses the password
   */
  static CoturnConsole open(InetSocketAddress address, String password, Duration timeout)
      throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      // Resolved anew each time: a name may move.
      socket.connect(
          new InetSocketAddress(address.getHostString(), address.getPort()),
          (int) timeout.toMillis());
      CoturnConsole console = new CoturnConsole(socket, timeout);
      console.signIn(password);
      return console;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** The names of all who hold allocations. */
  List<String> users() throws IOException {
    List<String> users = new ArrayList<>();
    ask(
        "pu",
        line -> {
          Matcher user = USER.matcher(line);
          if (user.matches()) {
            users.add(user.group(1));
          }
        });
    return users;
  }

  /**
   * The allocations of those whose name contains this; not all where there are very many ({@code
   * cli-max-output-sessions}).
   */
  List<Session> sessionsOf(String partOfName) throws IOException {
    List<Session> sessions = new ArrayList<>();
    ask(
        "psp " + partOfName,
        line -> {
          Matcher session = SESSION.matcher(line);
          if (session.matches()) {
            sessions.add(new Session(session.group(1), session.group(2)));
          }
        });
    return sessions;
  }

  /** Closes one allocation; passed over when it is gone. */
  void cancel(Session session) throws IOException {
    ask("cs " + session.id(), line -> {});
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void signIn(String password) throws IOException {
    expectAnswer();
    for (String line = next(); !line.startsWith(PASSWORD_WANTED); line = next()) {
      if (line.equals(PROMPT)) {
        return;
      }
    }
    say(password);
    for (String line = next(); !line.equals(PROMPT); line = next()) {
      if (line.startsWith(PASSWORD_WANTED)) {
        throw new IOException("coturn refuses the password");
      }
    }
  }

  private void ask(String command, Consumer<String> answer) throws IOException {
    say(command);
    for (String line = next(); !line.equals(PROMPT); line = next()) {
      answer.accept(line);
    }
  }

  private void say(String command) throws IOException {
    expectAnswer();
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private void expectAnswer() {
    deadline = System.nanoTime() + timeout.toNanos();
    budget = MAX_ANSWER_BYTES;
  }

  /** The next line without its end, or the prompt, which has none. */
  private String next() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int character = character();
      if (character == '\n') {
        return line.toString().stripTrailing();
      }
      line.append((char) character);
      if (line.length() == PROMPT.length() && PROMPT.contentEquals(line)) {
        return PROMPT;
      }
    }
  }

  /** The next byte that is text and not telnet's own (RFC 854). */
  private int character() throws IOException {
    int next = read();
    while (next == INTERPRET_AS_COMMAND) {
      int command = read();
      if (command == INTERPRET_AS_COMMAND) {
        return command;
      }
      if (command >= FIRST_NEGOTIATION) {
        read();
      }
      next = read();
    }
    return next;
  }

  private int read() throws IOException {
    if (at == end) {
      fill();
    }
    return buffer[at++] & 0xff;
  }

  private void fill() throws IOException {
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("coturn's console does not answer");
    }
    socket.setSoTimeout((int) left);
    int count = in.read(buffer);
    if (count < 0) {
      throw new EOFException("coturn has closed its console");
    }
    at = 0;
    end = count;
    budget -= count;
    if (budget < 0) {
      throw new IOException("coturn's answer does not end");
    }
  }
}
