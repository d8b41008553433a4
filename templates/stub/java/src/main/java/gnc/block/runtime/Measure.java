package gnc.block.runtime;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * A measured value.
 *
 * @param content the number, with its digits behind the point
 * @param unitCode UN/ECE Recommendation 20
 */
public record Measure(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal content, String unitCode) {}
