package dev.passerby.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An anvil child process that cannot outlive this one: a shell stops it once our end of its input
 * is closed.
 */
final class Anvil implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("Listening on (\\S+:\\d+)");
  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration STOP = Duration.ofSeconds(8);

  private final Process process;
  private final URI rpcUrl;

  private Anvil(Process process, URI rpcUrl) {
    this.process = process;
    this.rpcUrl = rpcUrl;
  }

  /**
   * Starts the program and waits until it listens.
   *
   * @throws ChainStartFailure with the program's own words if it does not
   */
  static Anvil start(Path program, List<String> arguments) {
    Process process;
    try {
      process = new ProcessBuilder(command(program, arguments)).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new ChainStartFailure(
          "The development chain needs a POSIX shell (sh), and there is none on the PATH.",
          "Install one, or set passerby.chain.rpc-url to a node of your own.",
          e);
    }
    return new Anvil(process, awaitListening(process));
  }

  /** Where it listens. */
  URI rpcUrl() {
    return rpcUrl;
  }

  /** Stops it and waits until its state is saved. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (IOException e) {
      // The shell is gone already; what is left of it is ended below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static List<String> command(Path program, List<String> arguments) {
    var command = new ArrayList<String>();
    // A session of its own keeps the terminal's Ctrl-C away, so that the chain outlasts a graceful
    // shutdown.
    Programs.onPath("setsid").ifPresent(setsid -> command.add(setsid.toString()));
    command.addAll(List.of("sh", "-c", watchdog(), "passerby-anvil", program.toString()));
    command.addAll(arguments);
    return command;
  }

  private static String watchdog() {
    try (var script = Anvil.class.getResourceAsStream("anvil-watchdog.sh")) {
      if (script == null) {
        throw new IllegalStateException("anvil-watchdog.sh is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI awaitListening(Process process) {
    var said = new StringBuilder();
    var listening = new CompletableFuture<@Nullable URI>();
    Thread.ofVirtual()
        .name("anvil-start")
        .start(() -> readUntilListening(process, said, listening));
    try {
      var url = listening.get(START.toMillis(), TimeUnit.MILLISECONDS);
      if (url != null) {
        return url;
      }
    } catch (ExecutionException | TimeoutException e) {
      // Told below, with whatever it said.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    throw new ChainStartFailure(
        "The development chain (anvil) did not start: " + firstLine(said.toString()),
        "If its saved state is the reason, start over with --fresh; or set passerby.chain.rpc-url"
            + " to a node of your own.");
  }

  private static void readUntilListening(
      Process process, StringBuilder said, CompletableFuture<@Nullable URI> listening) {
    try (BufferedReader lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var match = LISTENING.matcher(line);
        if (match.find()) {
          listening.complete(URI.create("http://" + match.group(1)));
          return;
        }
        said.append(line).append('\n');
      }
      listening.complete(null);
    } catch (IOException e) {
      listening.completeExceptionally(e);
    }
  }

  private static String firstLine(String said) {
    return said.lines().filter(line -> !line.isBlank()).findFirst().orElse("it said nothing.");
  }

  /**
   * Finds the program: the configured one, npm's in this folder or one above it, or one on the
   * PATH.
   */
  static Path locate(@Nullable Path configured, Path from) {
    if (configured != null) {
      if (!Files.isExecutable(configured)) {
        throw missing("passerby.chain.embedded.anvil is not a program: " + configured);
      }
      return configured;
    }
    var installed =
        Path.of("node_modules", "@foundry-rs", Programs.npmPlatform("anvil"), "bin", "anvil");
    return Programs.upward(from, installed)
        .or(() -> Programs.upward(from, Path.of("node_modules", ".bin", "anvil")))
        .or(() -> Programs.onPath("anvil"))
        .orElseThrow(() -> missing("The development chain needs anvil, and it is not installed."));
  }

  private static ChainStartFailure missing(String description) {
    return new ChainStartFailure(
        description,
        "Run `npm ci` in the repository, put Foundry's anvil on the PATH, or set"
            + " passerby.chain.rpc-url to a node of your own.");
  }
}
