package dev.passerby.operator;

import dev.passerby.chain.Address;
import dev.passerby.entitlement.Feature;
import dev.passerby.protocol.ReportCategory;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The operator's commands: the words that may follow {@code java -jar passerby.jar}. */
@Command(
    name = "java -jar passerby.jar",
    description =
        "Without a command the service starts. The commands bring the contracts to a chain, tend"
            + " them there, and settle what people report.",
    synopsisSubcommandLabel = "[COMMAND]",
    footer = {
      "",
      "Keys come from a keystore file or the environment, never from an argument.",
      "@FILE stands for the arguments in a file, one a line, # before a comment."
    })
public final class OperatorCommands {

  private static final Set<String> HELP = Set.of("-h", "--help");

  private OperatorCommands() {}

  /** Whether the arguments ask for a command, and not for the service. */
  public static boolean areAskedFor(String... arguments) {
    return arguments.length > 0 && (!arguments[0].startsWith("-") || HELP.contains(arguments[0]));
  }

  /**
   * Does what the arguments say, in a process of its own.
   *
   * @return the process's exit code
   */
  public static int run(String... arguments) {
    // Nothing has set up logging yet, and its defaults would print every request.
    LoggingSystem.get(OperatorCommands.class.getClassLoader()).beforeInitialize();
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(out, err, System.getenv(), arguments);
  }

  static int run(
      PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
    var console = new Console(out, err, environment);
    var root =
        new CommandLine(new OperatorCommands())
            .addSubcommand(new DeployCommand(console))
            .addSubcommand(new TierCommand(console))
            .addSubcommand(new WithdrawCommand(console))
            .addSubcommand(new StatusCommand(console))
            .addSubcommand(new ReportsCommand(console));
    prepare(root, exitCodes());
    root.registerConverter(Address.class, OperatorCommands::address);
    root.registerConverter(Ether.class, new Ether.Converter());
    root.registerConverter(Duration.class, new Times.Converter());
    root.registerConverter(Feature.class, OperatorCommands::feature);
    root.registerConverter(ReportCategory.class, OperatorCommands::category);
    root.setOut(console.out());
    root.setErr(console.err());
    root.setParameterExceptionHandler(
        (wrong, given) -> fail(console, ExitCode.USAGE, unsecret(wrong) + " (see --help)"));
    root.setExecutionExceptionHandler((e, command, parsed) -> fail(console, e));
    return root.execute(arguments);
  }

  /** Every command has the same help. */
  private static void prepare(CommandLine command, Map<String, String> exitCodes) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).description("Say this.").build())
        .usageMessage()
        .sortOptions(false)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes);
    command.getSubcommands().values().forEach(below -> prepare(below, exitCodes));
  }

  private static Map<String, String> exitCodes() {
    var codes = new LinkedHashMap<String, String>();
    for (var code : ExitCode.values()) {
      codes.put(String.valueOf(code.number()), code.meaning());
    }
    return codes;
  }

  private static int fail(Console console, Exception e) {
    if (e instanceof CommandFailure known) {
      return fail(console, known.exitCode(), String.valueOf(known.getMessage()));
    }
    e.printStackTrace(console.err());
    return fail(console, ExitCode.FAILED, "A fault of the program: " + e);
  }

  /** The complaint without what could be a key, given where none belongs. */
  private static String unsecret(Exception wrong) {
    return String.valueOf(wrong.getMessage()).replaceAll("[0-9a-fA-F]{64}", "[REDACTED]");
  }

  /** One line, whatever the message was made of. */
  private static int fail(Console console, ExitCode exitCode, String message) {
    console.err().println("Error: " + message.replaceAll("\\s*\\R\\s*", " ").strip());
    console.err().flush();
    return exitCode.number();
  }

  private static Address address(String value) {
    try {
      return new Address(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + value + "' is not an address: 0x and 40 hex digits");
    }
  }

  private static ReportCategory category(String name) {
    return ReportCategory.named(name.strip())
        .orElseThrow(() -> new TypeConversionException("there is no category '" + name + "'"));
  }

  private static Feature feature(String name) {
    return Arrays.stream(Feature.values())
        .filter(feature -> feature.wireName().equals(name.strip()))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("there is no feature '" + name + "'"));
  }
}
