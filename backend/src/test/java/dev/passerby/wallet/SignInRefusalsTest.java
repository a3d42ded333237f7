package dev.passerby.wallet;

import static dev.passerby.wallet.TestWallet.ADA;
import static dev.passerby.wallet.TestWallet.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.web3j.utils.Numeric;

/** Everything that must not sign in, each over HTTP and with the code that says why. */
@WalletServerTest
class SignInRefusalsTest {

  @LocalServerPort int port;
  @Autowired TestClock clock;

  private static Arguments bent(String name, String refusal, Consumer<Message> bend) {
    return Arguments.of(name, refusal, bend, UnaryOperator.<String>identity());
  }

  private static Arguments rewritten(String name, String refusal, UnaryOperator<String> rewrite) {
    return Arguments.of(name, refusal, (Consumer<Message>) message -> {}, rewrite);
  }

  private static Arguments field(String name, String refusal, String label, String value) {
    return bent(name, refusal, message -> message.fields.put(label, value));
  }

  private static Consumer<Message> time(String label, Duration fromIssued) {
    return message ->
        message.fields.put(
            label, Instant.parse(message.fields.get("Issued At")).plus(fromIssued).toString());
  }

  static Stream<Arguments> places() {
    String domain = "400 domain-mismatch";
    String uri = "400 uri-mismatch";
    String chain = "400 chain-mismatch";
    return Stream.of(
        bent("another domain", domain, m -> m.domain = "evil.example"),
        bent("userinfo in the domain", domain, m -> m.domain = "ada@" + m.domain),
        bent("our domain as userinfo", domain, m -> m.domain += "@evil.example"),
        bent("another port", domain, m -> m.domain = "localhost:1"),
        bent("no port", domain, m -> m.domain = "localhost"),
        bent("upper-case host", domain, m -> m.domain = m.domain.replace("l", "L")),
        bent(
            "the other allowed origin's domain",
            domain,
            m -> m.domain = m.domain.replace("localhost", "127.0.0.1")),
        bent("https before the domain", domain, m -> m.domain = "https://" + m.domain),
        bent("no domain", "400 message-malformed", m -> m.domain = ""),
        bent("a space in the domain", "400 message-malformed", m -> m.domain = "x " + m.domain),
        field("URI of another host", uri, "URI", "http://evil.example"),
        field("https URI", uri, "URI", "https://localhost"),
        field("javascript: URI", uri, "URI", "javascript:alert(1)"),
        bent("URI with another path", uri, m -> m.fields.merge("URI", "/x", String::concat)),
        bent("URI with a query", uri, m -> m.fields.merge("URI", "/?x", String::concat)),
        bent(
            "URI with userinfo",
            uri,
            m -> m.fields.compute("URI", (k, v) -> v.replace("//", "//ada@"))),
        field("relative URI", "400 message-malformed", "URI", "/"),
        field("no URI at all", "400 message-malformed", "URI", "http://[x"),
        field("version 2", "400 version-unsupported", "Version", "2"),
        field("version 01", "400 version-unsupported", "Version", "01"),
        field("another chain", chain, "Chain ID", "1"),
        field("chain in hex", chain, "Chain ID", "0x7a69"),
        field("chain with a leading zero", chain, "Chain ID", "031337"),
        field("chain with 40 digits", chain, "Chain ID", "1".repeat(40)),
        field("negative chain", chain, "Chain ID", "-31337"),
        field("chain in other digits", "400 message-malformed", "Chain ID", "٣١٣٣٧"));
  }

  static Stream<Arguments> forms() {
    String malformed = "400 message-malformed";
    String address = "400 address-malformed";
    return Stream.of(
        bent("lower-case address", address, m -> m.address = m.address.toLowerCase(Locale.ROOT)),
        bent(
            "upper-case address",
            address,
            m -> m.address = "0x" + m.address.substring(2).toUpperCase(Locale.ROOT)),
        bent("one letter's case wrong", address, m -> m.address = swapCase(m.address)),
        bent("short address", address, m -> m.address = m.address.substring(0, 41)),
        bent("long address", address, m -> m.address += "0"),
        bent("a name for an address", address, m -> m.address = "ada.eth"),
        rewritten("CRLF", malformed, text -> text.replace("\n", "\r\n")),
        rewritten("one CR", malformed, text -> text.replaceFirst("\n", "\r\n")),
        rewritten("leading line feed", malformed, text -> "\n" + text),
        rewritten("trailing line feed", malformed, text -> text + "\n"),
        rewritten("trailing text", malformed, text -> text + "\nand so on"),
        rewritten("trailing space", "400 time-invalid", text -> text + " "),
        rewritten("byte order mark", malformed, text -> "\uFEFF" + text),
        rewritten("NUL", malformed, text -> text.replace("Passerby", "Passer\0by")),
        rewritten("right-to-left override", malformed, text -> text.replace("Pass", "\u202EPass")),
        rewritten("no-break space", malformed, text -> text.replace("Sign in", "Sign\u00A0in")),
        rewritten("lone surrogate", malformed, text -> text.replace("Pass", "\uD800Pass")),
        rewritten("tab", malformed, text -> text.replace("Sign in", "Sign\tin")),
        rewritten(
            "field twice",
            malformed,
            text -> text.replace("\nVersion: 1", "\nVersion: 1\nVersion: 1")),
        rewritten(
            "expiration twice", malformed, text -> text + text.substring(text.lastIndexOf('\n'))),
        rewritten(
            "fields out of order",
            malformed,
            text -> text.replaceAll("(?s)\n(Version: 1)\n(Chain ID: \\d+)", "\n$2\n$1")),
        rewritten("unknown field", malformed, text -> text + "\nColour: blue"),
        rewritten("label in lower case", malformed, text -> text.replace("Nonce:", "nonce:")),
        rewritten(
            "two spaces after a label",
            "400 version-unsupported",
            text -> text.replace("Version: 1", "Version:  1")),
        rewritten("no nonce", malformed, text -> text.replaceFirst("\nNonce: \\w+", "")),
        rewritten("no URI", malformed, text -> text.replaceFirst("\nURI: \\S+", "")),
        rewritten("no issued-at", malformed, text -> text.replaceFirst("\nIssued At: \\S+", "")),
        rewritten("another preamble", malformed, text -> text.replace("wants you", "begs you")),
        rewritten("only the first line", malformed, text -> text.substring(0, text.indexOf('\n'))),
        rewritten("nothing", malformed, text -> ""),
        rewritten(
            "no empty line before the statement",
            malformed,
            text -> text.replace("\n\nSign", "\nSign")),
        rewritten("one more empty line", malformed, text -> text.replace("\n\nURI", "\n\n\nURI")),
        rewritten("two statements", malformed, text -> text.replace("\n\nURI", "\nMore.\n\nURI")),
        bent(
            "a field inside the statement", malformed, m -> m.statement = "URI: https://x.example"),
        bent("a field within the statement", malformed, m -> m.statement = "see Nonce: 12345678"),
        bent("a quote in the statement", malformed, m -> m.statement = "Say \"hello\""),
        rewritten("bad request id", malformed, text -> text + "\nRequest ID: a b"),
        rewritten("bad resource", malformed, text -> text + "\nResources:\n- not a uri"),
        bent("over 4 KB", "413 too-large", m -> m.statement = "a".repeat(4096)),
        bent("far over 4 KB", "413 too-large", m -> m.statement = "a".repeat(100_000)));
  }

  static Stream<Arguments> times() {
    String invalid = "400 time-invalid";
    Duration second = Duration.ofSeconds(1);
    return Stream.of(
        bent("no expiry", invalid, m -> m.fields.remove("Expiration Time")),
        bent("expired", "401 expired", time("Expiration Time", Duration.ZERO)),
        bent(
            "expiry too far",
            invalid,
            time("Expiration Time", Duration.ofMinutes(11).plus(second))),
        bent("expiry in years", invalid, time("Expiration Time", Duration.ofDays(3650))),
        field("impossible date", invalid, "Expiration Time", "2026-02-30T12:00:00Z"),
        field("month 13", invalid, "Expiration Time", "2026-13-01T12:00:00Z"),
        field("hour 24", invalid, "Expiration Time", "2026-06-01T24:00:00Z"),
        field("leap second", invalid, "Expiration Time", "2026-06-01T12:04:60Z"),
        field("no offset", invalid, "Expiration Time", "2026-06-01T12:04:00"),
        field("no seconds", invalid, "Expiration Time", "2026-06-01T12:04Z"),
        field("a space for the T", invalid, "Expiration Time", "2026-06-01 12:04:00Z"),
        field("offset of 99 hours", invalid, "Expiration Time", "2026-06-01T12:04:00+99:00"),
        field("seconds since 1970", invalid, "Issued At", "1780315200"),
        field("empty time", invalid, "Issued At", ""),
        bent(
            "issued in the future",
            invalid,
            time("Issued At", SignInRules.CLOCK_SKEW.plus(second))),
        bent(
            "issued long ago",
            invalid,
            time("Issued At", SignInRules.MAX_AGE.plus(second).negated())),
        bent("not-before in the future", invalid, time("Not Before", second)));
  }

  static Stream<Arguments> nonces() {
    String unknown = "401 nonce-unknown";
    return Stream.of(
        field("unknown nonce", unknown, "Nonce", "0123456789abcdef0123456789abcdef"),
        field("short nonce", unknown, "Nonce", "1234567"),
        field("empty nonce", unknown, "Nonce", ""),
        field("huge nonce", unknown, "Nonce", "a".repeat(3000)),
        field("nonce over 4 KB", "413 too-large", "Nonce", "a".repeat(5000)),
        field("nonce with symbols", unknown, "Nonce", "../../../etc/passwd"));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @MethodSource({"places", "forms", "times", "nonces"})
  void refusesTheMessage(
      String name, String refusal, Consumer<Message> bend, UnaryOperator<String> rewrite) {
    Browser browser = browser();
    Message message = message(browser);
    bend.accept(message);
    String text = rewrite.apply(message.text());

    Browser.Answer answer = browser.signIn(text, ADA.sign(text));

    assertThat(answer.refusal()).as(name).isEqualTo(refusal);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(browser.cookies()).doesNotContainKey("passerby");
  }

  static Stream<Arguments> signatures() {
    String invalid = "401 signature-invalid";
    return Stream.of(
        signature("high s", invalid, SignInRefusalsTest::highS),
        signature("64 bytes", invalid, s -> Arrays.copyOf(s, 64)),
        signature("66 bytes", invalid, s -> Arrays.copyOf(s, 66)),
        signature("empty", invalid, s -> new byte[0]),
        signature("v of 0 or 1", invalid, s -> with(s, 64, (byte) (s[64] - 27))),
        signature("the other v", invalid, s -> with(s, 64, (byte) (55 - s[64]))),
        signature("v of 29", invalid, s -> with(s, 64, (byte) 29)),
        signature("one bit wrong", invalid, s -> with(s, 40, (byte) (s[40] ^ 1))),
        signature("zeros", invalid, s -> with(new byte[65], 64, (byte) 27)),
        signature("ones", invalid, s -> with(filled((byte) 0xff), 64, (byte) 28)),
        signature("r that is no point", invalid, s -> with(filled((byte) 0x05), 64, (byte) 27)),
        signature("ERC-6492", invalid, SignInRefusalsTest::counterfactual),
        signature("over 4 KB", "413 too-large", s -> new byte[4097]));
  }

  private static Arguments signature(String name, String refusal, UnaryOperator<byte[]> bend) {
    return Arguments.of(name, refusal, bend);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @MethodSource("signatures")
  void refusesTheSignature(String name, String refusal, UnaryOperator<byte[]> bend) {
    Browser browser = browser();
    String text = message(browser).text();
    byte[] signature = bend.apply(ADA.signature(text));

    assertThat(browser.signIn(text, Numeric.toHexString(signature)).refusal()).isEqualTo(refusal);
  }

  @Test
  void refusesASignatureThatIsNotHex() {
    Browser browser = browser();
    for (String signature : new String[] {"0x", "", "hello", "0xzz", "0x123", "27"}) {
      String text = message(browser).text();
      assertThat(browser.signIn(text, signature).refusal()).isEqualTo("401 signature-invalid");
    }
  }

  @Test
  void refusesTheSignatureOfAnotherKey() {
    Browser browser = browser();
    String text = message(browser).text();

    assertThat(browser.signIn(text, BOB.sign(text)).refusal()).isEqualTo("401 signature-invalid");
  }

  @Test
  void refusesTheSignatureOfAnotherMessage() {
    Browser browser = browser();
    Message message = message(browser);
    String signature = ADA.sign(message.text());
    message.statement = "Sign in to Passerby!";

    assertThat(browser.signIn(message.text(), signature).refusal())
        .isEqualTo("401 signature-invalid");
  }

  @Test
  void refusesANonceASecondTimeAlsoAfterAFailure() {
    Browser browser = browser();
    String text = message(browser).text();
    assertThat(browser.signIn(text, BOB.sign(text)).refusal()).isEqualTo("401 signature-invalid");

    assertThat(browser.signIn(text, ADA.sign(text)).refusal()).isEqualTo("401 nonce-unknown");
  }

  @Test
  void refusesANonceWhoseTimeIsOver() {
    Browser browser = browser();
    Message message = message(browser);
    time("Expiration Time", Duration.ofMinutes(9)).accept(message);
    clock.advance(Duration.ofMinutes(5));

    assertThat(browser.signIn(message.text(), ADA.sign(message.text())).refusal())
        .isEqualTo("401 nonce-unknown");
  }

  @Test
  void refusesAnotherBrowsersNonceAndLeavesItToItsOwn() {
    Browser browser = browser();
    Browser thief = browser();
    thief.challenge(); // has a secret of its own, too
    String text = message(browser).text();
    String signature = ADA.sign(text);

    assertThat(thief.signIn(text, signature).refusal()).isEqualTo("401 nonce-unknown");
    assertThat(browser.signIn(text, signature).status()).isEqualTo(200);
  }

  private Browser browser() {
    return new Browser(port, "http://localhost:" + port);
  }

  private Message message(Browser browser) {
    return new Message(
        "http://localhost:" + port, ADA.address(), browser.challenge(), clock.instant());
  }

  private static String swapCase(String address) {
    int letter = 2;
    while (!Character.isLetter(address.charAt(letter))) {
      letter++;
    }
    char swapped = (char) (address.charAt(letter) ^ 0x20);
    return address.substring(0, letter) + swapped + address.substring(letter + 1);
  }

  /** The other spelling of the same signature: n − s, and the other v. */
  private static byte[] highS(byte[] signature) {
    BigInteger order = CustomNamedCurves.getByName("secp256k1").getN();
    BigInteger s = order.subtract(new BigInteger(1, signature, 32, 32));
    byte[] high = with(signature, 64, (byte) (55 - signature[64]));
    System.arraycopy(Numeric.toBytesPadded(s, 32), 0, high, 32, 32);
    return high;
  }

  private static byte[] with(byte[] bytes, int index, byte value) {
    byte[] copy = bytes.clone();
    copy[index] = value;
    return copy;
  }

  private static byte[] filled(byte value) {
    byte[] bytes = new byte[65];
    Arrays.fill(bytes, value);
    return bytes;
  }

  private static byte[] counterfactual(byte[] signature) {
    byte[] wrapped = Arrays.copyOf(signature, 128);
    byte[] suffix = Numeric.hexStringToByteArray("6492".repeat(16));
    System.arraycopy(suffix, 0, wrapped, 96, 32);
    return wrapped;
  }
}
