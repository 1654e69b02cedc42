package studio.saddlepoint.latent;

/**
 * A number that follows from pictures, and its gradient by their codes.
 *
 * @param value the number
 * @param gradients one for each code, as long as it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record CodeGradient(double value, float[][] gradients) {}
