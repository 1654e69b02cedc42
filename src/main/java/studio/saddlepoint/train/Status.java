package studio.saddlepoint.train;

import java.time.Duration;
import java.util.Optional;

/**
 * How a training stands.
 *
 * @param state what it does
 * @param step generator steps made
 * @param steps generator steps until its end
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
        long epoch,
        double imagesPerSecond,
        Optional<Duration> eta,
        String device,
        String message) {}
