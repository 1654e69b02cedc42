package studio.saddlepoint.metrics.extractor;

/**
 * The extractor that turns images into the features that metrics compare, as a person chooses it.
 *
 * @param kind one of {@link Extractors#ALL}
 * @param setting what it is set to
 */
public record ExtractorChoice(ExtractorKind kind, ExtractorSetting setting) {}
