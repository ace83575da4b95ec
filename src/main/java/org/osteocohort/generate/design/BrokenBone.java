package org.osteocohort.generate.design;

/**
 * One bone of an accident.
 *
 * @param daysLater days after the accident's first row on which this bone is first coded
 */
public record BrokenBone(Bone bone, BodySide side, int daysLater) {}
