package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;

/**
 * A weight by which a generator reads codes before it does anything else with them.
 *
 * @param row the row of w that it reads, from 0; 0 too where w has no rows
 * @param matrix (O, D): outputs by the numbers of a code, without those of a class
 */
public record CodeWeight(int row, NDArray matrix) {}
