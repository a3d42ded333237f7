package dev.passerby.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

  private static final byte[] PLAIN = "who met whom".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void opensWhatItClosedAndNothingThatWasChangedAnywhere() {
    Seal seal = Seal.random();
    String closed = seal.close(PLAIN);
    assertThat(seal.open(closed)).contains(PLAIN);
    byte[] bytes = Base64.getUrlDecoder().decode(closed);
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      assertThat(seal.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
          .as("byte %d", at)
          .isEmpty();
    }
    assertThat(Seal.random().open(closed)).isEmpty();
    assertThat(seal.open("")).isEmpty();
    assertThat(seal.open("not base64url!")).isEmpty();
    assertThat(seal.open(closed.substring(0, 30))).isEmpty();
  }

  @Test
  void neverSealsTheSameTwice() {
    Seal seal = Seal.random();
    assertThat(seal.close(PLAIN)).isNotEqualTo(seal.close(PLAIN));
  }

  @Test
  void ofASecretDependsOnTheSecretAndThePurpose() {
    String closed = Seal.of("secret", "one").close(PLAIN);
    assertThat(Seal.of("secret", "one").open(closed)).contains(PLAIN);
    assertThat(Seal.of("secret", "other").open(closed)).isEmpty();
    assertThat(Seal.of("other", "one").open(closed)).isEmpty();
  }

  @Test
  void itsKeyIsMadeAtTheFirstStartForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("store").resolve("sealing-key");
    String closed = SealingKey.in(file).close(PLAIN);
    assertThat(SealingKey.in(file).open(closed)).contains(PLAIN);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(SealingKey.in(file).toString())
        .doesNotContain(Files.readString(file).strip().substring(0, 8));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> SealingKey.in(file)).isInstanceOf(StoreFailure.class);
  }
}
