package studio.saddlepoint.app;

import studio.saddlepoint.run.RunFolder;

/**
 * A training that a person wants to film.
 *
 * @param run whose
 * @param sheets how many it has kept
 */
public record TrainingToFilm(RunFolder run, int sheets) {}
