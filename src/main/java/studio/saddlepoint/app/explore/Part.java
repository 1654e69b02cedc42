package studio.saddlepoint.app.explore;

import java.util.List;
import studio.saddlepoint.latent.LatentPoint;

/** The parts of the explorer that are rendered each on their own. */
enum Part {
    /** The large picture. */
    CURRENT,
    /** Both ends and the film strip between them. */
    PATH,
    /** The grid of variations around the current point. */
    VARIATIONS,
    /** The sheet of independent samples. */
    SAMPLES;

    static final int FRAMES = 9;
    static final int VARIATION_COUNT = 12;
    static final int SAMPLE_COUNT = 36;

    /** The points this part shows. */
    List<LatentPoint> points(ExploreState state) {
        return switch (this) {
            case CURRENT -> List.of(state.current());
            case PATH -> state.path(FRAMES);
            case VARIATIONS -> state.variations(VARIATION_COUNT);
            case SAMPLES -> state.samples(SAMPLE_COUNT);
        };
    }
}
