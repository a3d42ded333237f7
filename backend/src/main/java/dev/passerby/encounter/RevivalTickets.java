package dev.passerby.encounter;

import dev.passerby.chain.Address;
import dev.passerby.store.Seal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.web3j.utils.Numeric;

/**
 * Seals tickets for the pages to keep, so that the service need not keep anything about a running
 * encounter. Some 200 characters each.
 */
final class RevivalTickets {

  /** What is sealed begins with it: the next form of a ticket has another one. */
  private static final String FORM = "passerby revival 2";

  private static final int ADDRESS_BYTES = 20;

  private final Seal seal;
  private final String run = RandomNames.shortName();

  RevivalTickets(Seal seal) {
    this.seal = seal;
  }

  /** Names this run of the service, in all tickets that it gives out. */
  String run() {
    return run;
  }

  String close(RevivalTicket ticket) {
    var bytes = new ByteArrayOutputStream(160);
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(FORM);
      out.writeUTF(ticket.run());
      out.writeUTF(ticket.encounter());
      out.writeBoolean(ticket.side() == Side.FIRST);
      write(ticket.wallet(), out);
      out.writeUTF(ticket.stamp());
      write(ticket.peer(), out);
      out.writeUTF(ticket.peerStamp());
      out.writeBoolean(ticket.relayOnly());
      out.writeBoolean(ticket.agreed());
      out.writeInt(ticket.round());
      out.writeLong(ticket.until().toEpochMilli());
      out.writeLong(ticket.pauseLeft().toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seal.close(bytes.toByteArray());
  }

  /** Empty for what this service, or one with the same key, has not sealed in this form. */
  Optional<RevivalTicket> open(String sealed) {
    return seal.open(sealed).flatMap(RevivalTickets::read);
  }

  private static Optional<RevivalTicket> read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (!in.readUTF().equals(FORM)) {
        return Optional.empty();
      }
      return Optional.of(
          new RevivalTicket(
              in.readUTF(),
              in.readUTF(),
              in.readBoolean() ? Side.FIRST : Side.SECOND,
              address(in),
              in.readUTF(),
              address(in),
              in.readUTF(),
              in.readBoolean(),
              in.readBoolean(),
              in.readInt(),
              Instant.ofEpochMilli(in.readLong()),
              Duration.ofMillis(in.readLong())));
    } catch (IOException e) {
      return Optional.empty(); // sealed by us, but not as a ticket
    }
  }

  private static void write(Address wallet, DataOutputStream out) throws IOException {
    out.write(Numeric.hexStringToByteArray(wallet.value()));
  }

  private static Address address(DataInputStream in) throws IOException {
    return new Address(Numeric.toHexString(in.readNBytes(ADDRESS_BYTES)));
  }
}
