package org.osteocohort.source.fhir;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import org.osteocohort.source.vocabulary.JudgedCode;

/**
 * The Medication resources of an extract, as far as records that point to them must know.
 *
 * @param asked what those stand for that the study asks for, by id
 * @param unmapped the ids of those of which nobody can tell what drug they are
 */
record Medications(HashMap<String, JudgedCode> asked, HashSet<String> unmapped) implements Serializable {
    static Medications none() {
        return new Medications(new HashMap<>(), new HashSet<>());
    }
}
