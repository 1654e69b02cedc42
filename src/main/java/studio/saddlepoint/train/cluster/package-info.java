/** Classes without labels: clusters of what the discriminator finds alike. */
@NullMarked
package studio.saddlepoint.train.cluster;

import org.jspecify.annotations.NullMarked;
