package org.osteocohort.density;

import org.osteocohort.ehr.Sex;

/** How reference tables write sex. */
enum SexLetter {
    F(Sex.FEMALE),
    M(Sex.MALE);

    private final Sex sex;

    SexLetter(Sex sex) {
        this.sex = sex;
    }

    Sex sex() {
        return sex;
    }
}
