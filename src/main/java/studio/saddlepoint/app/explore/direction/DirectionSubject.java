package studio.saddlepoint.app.explore.direction;

import java.util.Optional;
import java.util.function.Supplier;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.run.RunFolder;

/**
 * The generator whose directions are shown.
 *
 * @param run where they are kept
 * @param sizes of its codes
 * @param snapshot neither truncated nor shifted, for somebody who closes it; empty where it is gone
 */
public record DirectionSubject(
    RunFolder run, CodeSizes sizes, Supplier<Optional<Snapshot>> snapshot) {}
