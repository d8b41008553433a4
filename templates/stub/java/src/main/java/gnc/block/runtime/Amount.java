package gnc.block.runtime;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * A sum of money.
 *
 * @param content the number, with its digits behind the point
 * @param currencyId ISO 4217
 */
public record Amount(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal content, String currencyId) {}
