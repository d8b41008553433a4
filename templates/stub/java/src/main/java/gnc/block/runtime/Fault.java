package gnc.block.runtime;

/**
 * Something that is wrong with a message.
 *
 * @param path path of XML tags, as {@code Certificate/Exporter/Name}
 * @param detail what is wrong, for whoever reads the log
 */
public record Fault(String path, String detail) {}
