package studio.saddlepoint.train;

import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.run.event.Event;

/**
 * A sample sheet for somebody who watches a training, between those that are due. It is told
 * nowhere and kept nowhere: with previews or without, a training leaves the same behind.
 *
 * @param sheet what it shows; of no file
 * @param picture the sheet
 * @param reconstructions real pictures and what was made of them below; empty where the method has
 *     no encoder
 */
public record Preview(Event.Sheet sheet, Picture picture, Optional<Picture> reconstructions) {}
