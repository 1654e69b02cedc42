package studio.saddlepoint.bench;

import java.util.Optional;

/**
 * The times in which the window answers to one thing that a person does.
 *
 * @param key for machines, such as {@code theme}
 * @param action what is done, for people
 * @param atRest times while nothing trains; empty where it is done to a training only
 * @param training times while a training uses the processors
 */
public record AnswerTimes(
    String key, String action, Optional<Timings> atRest, Optional<Timings> training) {}
