package dev.passerby.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is deployed on one chain, and how far that has come: the operator's commands write it to a
 * file, the service reads its addresses.
 *
 * @param plan hash of all that is to be deployed, so that nobody goes on with something else
 * @param transactions in the order of their steps; the last may not be mined yet
 * @param tierPass there once everything is deployed
 * @param sessionStaking there once everything is deployed
 * @param finishedAt there once everything is deployed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deployment(
    long chainId,
    Address deployer,
    String plan,
    List<Sent> transactions,
    @Nullable Contract tierPass,
    @Nullable Contract sessionStaking,
    @Nullable Instant finishedAt) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public Deployment {
    Objects.requireNonNull(deployer);
    Objects.requireNonNull(plan);
    transactions = List.copyOf(transactions);
  }

  /**
   * A contract on the chain.
   *
   * @param block the one that it has been in since
   * @param transaction hash of the one that made it
   * @param codeHash Keccak-256 of its code
   */
  public record Contract(Address address, long block, String transaction, String codeHash) {

    public Contract {
      Objects.requireNonNull(address);
    }
  }

  /**
   * A transaction that is signed, and perhaps sent and mined.
   *
   * @param step what it does
   * @param signed the whole of it in hex, to be sent again; gone once it is mined
   * @param contract what it made, if it made a contract; there once it is mined
   * @param block where it was mined; there once it is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Sent(
      String step,
      long nonce,
      String hash,
      @Nullable String signed,
      @Nullable Address contract,
      @Nullable Long block) {

    public Sent {
      Objects.requireNonNull(step);
      Objects.requireNonNull(hash);
    }
  }

  /** Whether this is the id that development chains share. */
  public static boolean isDevelopment(long chainId) {
    return chainId == ChainNode.DEVELOPMENT_CHAIN_ID;
  }

  /** The contracts, if everything is deployed. */
  public @Nullable ContractAddresses contracts() {
    return tierPass == null || sessionStaking == null
        ? null
        : new ContractAddresses(tierPass.address(), sessionStaking.address());
  }

  /**
   * Reads a file that {@link #write} has written.
   *
   * @throws IOException if it cannot be read, or is something else
   */
  public static Deployment read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readString(file), Deployment.class);
    } catch (JacksonException e) {
      throw new IOException(file + " is not a deployment", e);
    }
  }

  /** Writes the file, all or nothing, and returns once it is on the disk. */
  public void write(Path file) {
    var whole = file.toAbsolutePath();
    var draft = whole.resolveSibling(whole.getFileName() + ".new");
    try {
      Files.createDirectories(Objects.requireNonNull(whole.getParent()));
      Files.writeString(draft, JSON.writeValueAsString(this) + "\n");
      try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
