package studio.saddlepoint.app.film;

import java.util.Map;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.latent.film.FrameSource;

/**
 * A film that can be drawn.
 *
 * @param source its pictures
 * @param frames how many frames long it is
 * @param rate frames in a second
 * @param notes what its file tells
 */
public record Film(FrameSource source, long frames, FrameRate rate, Map<String, String> notes) {}
