package studio.saddlepoint.train;

import java.time.Duration;
import java.util.Optional;

/**
 * The state of a training, for others.
 *
 * @param state what it does
 * @param step steps made
 * @param steps steps until its end
 * @param generatorMoves moves of the generator in them, which may be fewer or more
 * @param imagesSeen real pictures that the discriminator was shown in them, repeats included
 * @param epoch times all pictures were seen
 * @param imagesPerSecond real pictures seen by the discriminator per second, over the last seconds;
 *     0 when not running
 * @param eta until its end, where it is running
 * @param device what it runs on
 * @param message what a person should know now; empty where there is nothing
 */
public record Status(
    Trainer.State state,
    long step,
    long steps,
    long generatorMoves,
    long imagesSeen,
    long epoch,
    double imagesPerSecond,
    Optional<Duration> eta,
    String device,
    String message) {}
