/** The microscope: single layers and units of networks that a run has trained. */
@NullMarked
package studio.saddlepoint.lab.microscope;

import org.jspecify.annotations.NullMarked;
