package gnc.block.runtime;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * A counted value.
 *
 * @param content the number, with its digits behind the point
 * @param unitCode UN/ECE Recommendation 20 or 21; null where it goes without saying
 */
public record Quantity(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal content, String unitCode) {}
