package dev.passerby.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.passerby.chain.TestChain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.WalletUtils;

/** Keys come from files and the environment, and never come out again. */
class KeysTest {

  private static final Credentials ACCOUNT = TestChain.account(7);
  private static final String PASSWORD = "correct horse";
  private static TestChain chain;

  @TempDir Path folder;
  private Shell shell;

  @BeforeAll
  static void start() throws Exception {
    chain = TestChain.start();
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @BeforeEach
  void open() {
    shell = new Shell(chain, folder.resolve("31337.json"));
  }

  @Test
  void aKeystoreOpensWithAPasswordFromAFile() throws Exception {
    var password = folder.resolve("password");
    Files.writeString(password, PASSWORD + "\n");

    var result = dryRun(Map.of(), "--keystore=" + keystore(), "--password-file=" + password);

    assertAccount(result);
  }

  @Test
  void aKeystoreOpensWithAPasswordFromTheEnvironment() throws Exception {
    var result = dryRun(Map.of("PASSERBY_OPERATOR_PASSWORD", PASSWORD), "--keystore=" + keystore());

    assertAccount(result);
  }

  @Test
  void aKeyComesFromTheEnvironment() {
    assertAccount(dryRun(Map.of("PASSERBY_OPERATOR_KEY", Shell.key(ACCOUNT))));
    assertAccount(dryRun(Map.of("PASSERBY_OPERATOR_KEY", Shell.key(ACCOUNT).substring(2))));
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertNoKey(dryRun(Map.of()), "There is no key");
    assertNoKey(dryRun(Map.of(), "--keystore=" + keystore()), "There is no password");
    assertNoKey(
        dryRun(Map.of("PASSERBY_OPERATOR_PASSWORD", PASSWORD), "--keystore=/nowhere"),
        "cannot be read: /nowhere");
    assertNoKey(
        dryRun(Map.of(), "--keystore=" + keystore(), "--password-file=/nowhere"),
        "cannot be read: /nowhere");
  }

  @Test
  void neverRepeatsAKeyThatIsWrong() throws Exception {
    var key = "0x" + "f".repeat(64);
    var cut = "0x1234567890abcdef";

    for (var wrong : new String[] {key, cut, "0x" + "0".repeat(64)}) {
      var result = dryRun(Map.of("PASSERBY_OPERATOR_KEY", wrong));
      assertThat(result.exitCode()).isEqualTo(ExitCode.NO_KEY.number());
      assertThat(result.out() + result.err()).doesNotContain(wrong.substring(2));
    }
    var password = "wrong horse";
    var result = dryRun(Map.of("PASSERBY_OPERATOR_PASSWORD", password), "--keystore=" + keystore());
    assertNoKey(result, "password does not open");
    assertThat(result.out() + result.err()).doesNotContain(password);
    var notAKeystore = Files.writeString(folder.resolve("not-a-keystore"), Shell.key(ACCOUNT));
    assertNoKey(
        dryRun(Map.of("PASSERBY_OPERATOR_PASSWORD", password), "--keystore=" + notAKeystore),
        "is not a Web3 Secret Storage file");
  }

  @Test
  void aKeyIsNoArgument() {
    var result = shell.anonymously("deploy", "--chain-id=31337", "--key=" + Shell.key(ACCOUNT));

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertKeyUnseen(result);
  }

  @Test
  void nothingPrintsTheKey() throws Exception {
    var signer = Signer.ofKey("test", Shell.key(ACCOUNT));
    assertThat(signer.toString()).isEqualTo("Signer[" + TestChain.address(ACCOUNT).value() + "]");

    var result = shell.as(ACCOUNT, "deploy", "--chain-id=31337");

    assertThat(result.exitCode()).isZero();
    assertKeyUnseen(result);
    assertThat(Files.readString(shell.file())).doesNotContain(Shell.key(ACCOUNT).substring(2));
  }

  private static void assertAccount(Shell.Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains(TestChain.address(ACCOUNT).value());
    assertKeyUnseen(result);
  }

  private static void assertNoKey(Shell.Result result, String why) {
    assertThat(result.exitCode()).isEqualTo(ExitCode.NO_KEY.number());
    assertThat(result.err()).contains(why);
    assertThat(result.err().lines()).hasSize(1);
    assertKeyUnseen(result);
  }

  private static void assertKeyUnseen(Shell.Result result) {
    assertThat((result.out() + result.err()).toLowerCase(Locale.ROOT))
        .doesNotContain(Shell.key(ACCOUNT).substring(2));
  }

  private Shell.Result dryRun(Map<String, String> environment, String... options) {
    var arguments = new String[options.length + 3];
    arguments[0] = "deploy";
    arguments[1] = "--chain-id=31337";
    arguments[2] = "--dry-run";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return shell.in(environment, arguments);
  }

  private Path keystore() throws Exception {
    // The light key derivation of the standard, which takes a second less.
    return folder.resolve(
        WalletUtils.generateWalletFile(PASSWORD, ACCOUNT.getEcKeyPair(), folder.toFile(), false));
  }
}
