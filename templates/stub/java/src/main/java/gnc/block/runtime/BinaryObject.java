package gnc.block.runtime;

/**
 * A file.
 *
 * @param content Base64
 * @param mimeCode media type
 */
public record BinaryObject(String content, String mimeCode) {}
