package dev.passerby.operator;

import dev.passerby.chain.Deployment;
import dev.passerby.chain.TestChain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.web3j.crypto.Credentials;
import org.web3j.utils.Numeric;

/** Types commands, as an operator would, for one chain and one deployment file. */
final class Shell {

  private final URI rpcUrl;
  private final Path file;

  Shell(TestChain chain, Path file) {
    this(chain.rpcUrl(), file);
  }

  Shell(URI rpcUrl, Path file) {
    this.rpcUrl = rpcUrl;
    this.file = file;
  }

  /** What a command left behind. */
  record Result(int exitCode, String out, String err) {}

  /** The same operator with another way to the chain. */
  Shell via(URI other) {
    return new Shell(other, file);
  }

  Path file() {
    return file;
  }

  Deployment deployment() throws IOException {
    return Deployment.read(file);
  }

  /** Runs a command with this account's key in the environment. */
  Result as(Credentials account, String... arguments) {
    return in(Map.of("PASSERBY_OPERATOR_KEY", key(account)), arguments);
  }

  /** Runs a command without any key. */
  Result anonymously(String... arguments) {
    return in(Map.of(), arguments);
  }

  /** Runs a command in this environment. */
  Result in(Map<String, String> environment, String... arguments) {
    return run(environment, complete(arguments));
  }

  /** Runs a command with these arguments and no others. */
  static Result run(Map<String, String> environment, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var exitCode =
        OperatorCommands.run(new PrintWriter(out), new PrintWriter(err), environment, arguments);
    return new Result(exitCode, out.toString(), err.toString());
  }

  /** The arguments, and where to find the chain and the file. */
  String[] complete(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--rpc-url=" + rpcUrl);
    all.add("--deployment=" + file);
    return all.toArray(String[]::new);
  }

  static String key(Credentials account) {
    return Numeric.toHexStringWithPrefixZeroPadded(account.getEcKeyPair().getPrivateKey(), 64);
  }
}
