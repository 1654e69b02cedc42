package studio.saddlepoint.data;

/**
 * A file that was left out of a data set.
 *
 * @param file the file, relative to the data set's folder
 * @param reason why, for a person to read
 */
public record DataProblem(String file, String reason) {}
