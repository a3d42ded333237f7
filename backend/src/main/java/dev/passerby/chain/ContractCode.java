package dev.passerby.chain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.web3j.utils.Numeric;

/**
 * Whether the code at an address is that of a compiled contract, whatever its constructor was told.
 *
 * <p>Creation code ends with the code to be deployed, and has its offset in it to copy it from
 * there. Immutables are left as {@code PUSH32 0} for the constructor to fill in; the compiler
 * pushes a zero that is meant as such in fewer bytes.
 */
final class ContractCode {

  private static final byte PUSH2 = 0x61;
  private static final byte PUSH32 = 0x7f;
  private static final byte[] IMMUTABLE = ByteBuffer.allocate(33).put(PUSH32).array();

  private ContractCode() {}

  /**
   * Whether the deployed code comes of the creation code.
   *
   * @param creationCode hex, without constructor arguments
   * @param deployedCode hex
   */
  static boolean comesOf(String creationCode, String deployedCode) {
    var creation = Numeric.hexStringToByteArray(creationCode);
    var deployed = Numeric.hexStringToByteArray(deployedCode);
    var offset = creation.length - deployed.length;
    return deployed.length > 0
        && offset > 0
        && copiesFrom(creation, offset)
        && fills(Arrays.copyOfRange(creation, offset, creation.length), deployed);
  }

  private static boolean copiesFrom(byte[] creation, int offset) {
    for (var at = 0; at + 2 < offset; at++) {
      if (creation[at] == PUSH2
          && (ByteBuffer.wrap(creation).getShort(at + 1) & 0xffff) == offset) {
        return true;
      }
    }
    return false;
  }

  /** Whether the code is the template with any words as its immutables. */
  private static boolean fills(byte[] template, byte[] code) {
    for (var at = 0; at < template.length; at++) {
      if (template[at] != code[at]) {
        return false;
      }
      var end = at + IMMUTABLE.length;
      if (end <= template.length && Arrays.equals(template, at, end, IMMUTABLE, 0, 33)) {
        at = end - 1;
      }
    }
    return true;
  }
}
