package dev.passerby.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.passerby.chain.Address;
import dev.passerby.chain.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database in the data folder: what is kept, from whom, and who gets in. */
class KeptStoreTest {

  private static final Address ADA = new Address("0x" + "ad".repeat(20));
  private static final StoreProperties SETTINGS = TestDatabase.properties(null);

  @TempDir Path folder;

  @Test
  void namesAWalletAsItDidBeforeTheRestart() {
    Pseudonym before;
    try (var open = open(false)) {
      before = open.pseudonyms().of(ADA);
    }
    try (var open = open(false)) {
      assertThat(open.pseudonyms().of(ADA)).isEqualTo(before);
    }
  }

  @Test
  void startingOverForgetsTheDatabaseAndItsKey() {
    Pseudonym before;
    try (var open = open(false)) {
      before = open.pseudonyms().of(ADA);
      StoreProcess.prepare(open.store());
      StoreProcess.write(open.store(), 1);
    }
    try (var open = open(true)) {
      assertThat(open.pseudonyms().of(ADA)).isNotEqualTo(before);
      StoreProcess.prepare(open.store());
      assertThat(StoreProcess.count(open.store())).isZero();
    }
  }

  @Test
  void isNotOpenedForAnotherChain() {
    open(false).close();

    assertThatThrownBy(() -> OpenStore.forService(SETTINGS, new DataFolder(folder, false), 1))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("is about chain 31337, and the node is on chain 1");
  }

  @Test
  void isNotOpenedWithoutItsKeyOrWithAnother() throws Exception {
    open(false).close();
    var key = folder.resolve(Path.of("store", "pseudonym-key"));
    var right = Files.readString(key);

    Files.delete(key);
    assertThatThrownBy(() -> open(false))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("is not in " + key);
    assertThat(key).doesNotExist();

    PseudonymKey.make(key);
    assertThatThrownBy(() -> open(false))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("are named by another key");

    Files.writeString(key, "no key");
    assertThatThrownBy(() -> open(false)).hasMessageContaining("holds no key");

    Files.writeString(key, right);
    open(false).close();
  }

  @Test
  void nobodyElseMayReadTheKeyOrTheDatabase() throws Exception {
    open(false).close();
    var store = folder.resolve("store");
    var key = store.resolve("pseudonym-key");

    assertThat(permissions(store)).isEqualTo("rwx------");
    assertThat(permissions(key)).isEqualTo("rw-------");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> open(false))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("Others may read");
  }

  @Test
  void nothingThatWasAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
    long acknowledged = 0;
    var writing = StoreProcess.start("write", folder);
    try (var said = writing.inputReader()) {
      while (acknowledged < 300) {
        acknowledged = next(said);
      }
      // The handle's way leaves our end of its output open.
      assertThat(writing.toHandle().destroyForcibly()).isTrue();
      // What it had said before it was gone.
      for (var line = said.readLine(); line != null; line = said.readLine()) {
        acknowledged = Long.parseLong(line);
      }
    }

    try (var open = open(false)) {
      assertThat(StoreProcess.count(open.store())).isGreaterThanOrEqualTo(acknowledged);
    }
  }

  @Test
  void aCommandGetsInWhileTheServiceHasTheFileAndAfterwards() throws Exception {
    var service = StoreProcess.start("hold", folder);
    try (var said = service.inputReader()) {
      assertThat(next(said)).isZero();
      try (var command = OpenStore.forCommand(SETTINGS, folder)) {
        StoreProcess.write(command.store(), 1);
        assertThat(StoreProcess.count(command.store())).isEqualTo(1);
      }
      assertThatThrownBy(() -> open(false))
          .isInstanceOfSatisfying(
              StoreFailure.class,
              failure -> assertThat(failure.action()).contains("another Passerby"))
          .hasMessageContaining("cannot be opened");

      service.destroyForcibly().waitFor(); // so that its door is left ajar
    }
    assertThat(folder.resolve(Path.of("store", "door"))).exists();
    try (var command = OpenStore.forCommand(SETTINGS, folder)) {
      assertThat(StoreProcess.count(command.store())).isEqualTo(1);
    }
  }

  @Test
  void theDoorIsOnThisMachineOnlyAndNobodyElseFindsTheKey() throws Exception {
    try (var open = open(false)) {
      assertThat(open.store().where()).isEqualTo(folder.resolve("store").toString());
      var door = folder.resolve(Path.of("store", "door"));
      assertThat(permissions(door)).isEqualTo("rw-------");
      var address = Files.readString(door).strip().split("/", 2);
      var port = Integer.parseInt(address[0]);

      for (var elsewhere : otherAddresses()) {
        try (var socket = new Socket()) {
          assertThatThrownBy(() -> socket.connect(new InetSocketAddress(elsewhere, port), 500))
              .isInstanceOf(IOException.class);
        }
      }
      Files.writeString(door, port + "/" + "0".repeat(64));
      assertThatThrownBy(() -> OpenStore.forCommand(SETTINGS, folder))
          .isInstanceOf(StoreFailure.class);
    }
    assertThat(folder.resolve(Path.of("store", "door"))).doesNotExist();
  }

  @Test
  void aCommandMakesNoDatabase() {
    assertThatThrownBy(() -> OpenStore.forCommand(SETTINGS, folder))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("There is no database in");
    assertThat(folder).isEmptyDirectory();
  }

  private OpenStore open(boolean fresh) {
    return OpenStore.forService(SETTINGS, new DataFolder(folder, fresh), TestDatabase.CHAIN);
  }

  private static List<InetAddress> otherAddresses() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static long next(BufferedReader said) throws IOException {
    return Long.parseLong(Objects.requireNonNull(said.readLine(), "the process has ended"));
  }
}
