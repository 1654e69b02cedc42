/** Layers by which an example sees the others of its minibatch, or a fixed reference batch. */
@NullMarked
package studio.saddlepoint.nn.minibatch;

import org.jspecify.annotations.NullMarked;
