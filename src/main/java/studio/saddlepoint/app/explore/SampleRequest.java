package studio.saddlepoint.app.explore;

import studio.saddlepoint.latent.export.ExportKind;

/**
 * A request to save samples.
 *
 * @param kind of file
 * @param count how many
 * @param seed of the codes
 * @param labels whether the classes are told beside them
 */
record SampleRequest(ExportKind kind, int count, long seed, boolean labels) {}
