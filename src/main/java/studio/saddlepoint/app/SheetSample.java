package studio.saddlepoint.app;

import studio.saddlepoint.latent.LatentPoint;

/**
 * A sample of the open run's sheets, to be explored.
 *
 * @param point its code
 * @param label its class; 0 where there are none
 * @param step of its weights
 * @param averaged whether those are the running mean
 */
public record SheetSample(LatentPoint point, int label, long step, boolean averaged) {}
