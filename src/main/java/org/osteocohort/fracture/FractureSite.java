package org.osteocohort.fracture;

/** The group of bones within which repeated codes are taken for one fracture. */
public enum FractureSite {
    HUMERUS,
    FOREARM,
    FEMUR,
    LOWER_LEG,
    ANKLE,
    VERTEBRAL,
    OTHER
}
