package dev.passerby.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeKeyTest {

  private static final String KEY =
      "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

  @TempDir Path folder;

  @Test
  void readsAKeyThatOnlyItsOwnerMayRead() throws IOException {
    NodeKey key = NodeKey.in(file(KEY + "\n", "rw-------"));
    assertThat(key.address().value()).isEqualTo("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    assertThat(key.toString()).doesNotContain(KEY);
  }

  @Test
  void refusesAKeyThatOthersMayRead() throws IOException {
    Path file = file(KEY, "rw-r-----");
    assertThatThrownBy(() -> NodeKey.in(file))
        .isInstanceOf(NodeKeyRefused.class)
        .hasMessage("Others may read " + file + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        KEY + "0",
        "",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"
      })
  void refusesWhatIsNoKeyWithoutRepeatingIt(String content) throws IOException {
    Path file = file(content, "rw-------");
    assertThatThrownBy(() -> NodeKey.in(file))
        .isInstanceOf(NodeKeyRefused.class)
        .hasMessage(file + " holds no private key.");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> NodeKey.in(folder.resolve("none")))
        .isInstanceOf(NodeKeyRefused.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void makesAnotherKeyEachTime() {
    assertThat(NodeKey.random().address()).isNotEqualTo(NodeKey.random().address());
  }

  @Test
  void isMadeAtTheFirstStartAndTheSameAtEveryOther() throws IOException {
    Path file = folder.resolve("data").resolve("node-key");
    NodeKey made = NodeKey.keptIn(file);
    assertThat(NodeKey.keptIn(file).address()).isEqualTo(made.address());
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(file).strip()).hasSize(64);
  }

  @Test
  void saysWhereItCannotBeKept() throws IOException {
    Path occupied = Files.writeString(folder.resolve("a file"), "");
    assertThatThrownBy(() -> NodeKey.keptIn(occupied.resolve("node-key")))
        .isInstanceOf(NodeKeyRefused.class)
        .hasMessageContaining("cannot be kept");
  }

  private Path file(String content, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
