package dev.passerby.operator;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.web3j.utils.Convert;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An amount of the chain's native currency.
 *
 * @param wei in its smallest unit; never negative
 */
record Ether(BigInteger wei) {

  /** Such as {@code 0.05 ether}. */
  @Override
  public String toString() {
    return in(Convert.Unit.ETHER) + " ether";
  }

  /** Such as {@code 1.5 gwei}. */
  String inGwei() {
    return in(Convert.Unit.GWEI) + " gwei";
  }

  private String in(Convert.Unit unit) {
    return Convert.fromWei(new BigDecimal(wei), unit).stripTrailingZeros().toPlainString();
  }

  /** Reads a decimal number of ether. */
  static final class Converter implements ITypeConverter<Ether> {

    @Override
    public Ether convert(String value) {
      try {
        var wei = Convert.toWei(value, Convert.Unit.ETHER).toBigIntegerExact();
        if (wei.signum() >= 0) {
          return new Ether(wei);
        }
      } catch (ArithmeticException | NumberFormatException e) {
        // Said below.
      }
      throw new TypeConversionException("'" + value + "' is not an amount of ether, such as 0.05");
    }
  }
}
