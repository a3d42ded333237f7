package dev.passerby.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The generator writes an empty binary without a word when it does not know an artifact's shape.
 */
class WrapperBinaryTest {
  private static final Pattern CREATION_CODE =
      Pattern.compile("\"bytecode\":\\{\"object\":\"(0x[0-9a-f]+)\"");

  @Test
  void tierPassDeploysWhatTheCompilerMade() throws IOException {
    assertThat(TierPass.BINARY).hasSizeGreaterThan(1_000).isEqualTo(compiled("TierPass"));
  }

  @Test
  void sessionStakingDeploysWhatTheCompilerMade() throws IOException {
    assertThat(SessionStaking.BINARY)
        .hasSizeGreaterThan(1_000)
        .isEqualTo(compiled("SessionStaking"));
  }

  @Test
  void entitlementsDeploysWhatTheCompilerMade() throws IOException {
    assertThat(Entitlements.BINARY).hasSizeGreaterThan(1_000).isEqualTo(compiled("Entitlements"));
  }

  /** Foundry's own artifact, not the reshaped copy that the generator reads. */
  private static String compiled(String contract) throws IOException {
    String artifact = Files.readString(Path.of("out", contract + ".sol", contract + ".json"));
    Matcher code = CREATION_CODE.matcher(artifact);
    assertThat(code.find()).as("creation code in Foundry's artifact of %s", contract).isTrue();
    return code.group(1);
  }
}
