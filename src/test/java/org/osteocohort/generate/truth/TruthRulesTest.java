package org.osteocohort.generate.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.Sex;
import org.osteocohort.generate.design.Ailment;
import org.osteocohort.generate.design.BodySide;
import org.osteocohort.generate.design.Bone;
import org.osteocohort.generate.design.BrokenBone;
import org.osteocohort.generate.design.DensityMeasure;
import org.osteocohort.generate.design.DesignedCourse;
import org.osteocohort.generate.design.DesignedDiagnosis;
import org.osteocohort.generate.design.DesignedFracture;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.design.DesignedScan;
import org.osteocohort.generate.design.Drug;
import org.osteocohort.generate.design.Energy;
import org.osteocohort.generate.design.Nature;
import org.osteocohort.generate.design.RowPattern;

/** A child born on 2008-06-15, drawn in a line of text: fractures, scans, diagnoses and drugs; and the four classes. */
class TruthRulesTest {
    private static final LocalDate BIRTH = LocalDate.of(2008, 6, 15);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2014-06-01 HUMERUS;2018-06-14 FEMUR | 2018-09-01 SPINE_Z -2.0          | C C C N",
                "2014-06-01 HUMERUS;2018-06-14 FEMUR | 2018-09-01 SPINE_Z -1.99         | S N P N",
                "2014-06-01 HUMERUS;2018-06-14 FEMUR | 2018-09-01 SPINE_Z -2.01         | C C C N",
                "2014-06-01 HUMERUS;2018-06-15 FEMUR | 2018-09-01 SPINE_Z -2.0          | C N N N",
                "2014-06-01 HUMERUS;2018-06-14 FEMUR | -                                | S S P N",
                "2014-06-01 HUMERUS;2018-06-14 FEMUR | 2018-09-01 SPINE_T -3.4          | S S P N",
                "2014-06-01 HUMERUS;2018-06-14 FEMUR | 2018-09-01 HIP_Z -3.4            | S S P N",
                "2014-06-01 HUMERUS;2018-06-14 FEMUR | 2018-09-01 SPINE_Z -2.2;2018-09-01 SPINE_Z_ADJUSTED -1.4 | S N P N",
                "2014-06-01 HUMERUS;2018-06-14 FEMUR | 2018-09-01 SPINE_Z -1.2;2018-09-01 BODY_Z_ADJUSTED -2.4  | C C C N",
                "2014-06-01 HUMERUS;2016-06-14 FEMUR | 2018-06-14 SPINE_Z -2.5          | C C C N",
                "2014-06-01 HUMERUS;2016-06-14 FEMUR | 2018-06-15 SPINE_Z -2.5          | S S P N",
                "2014-06-01 HUMERUS;2016-06-14 FEMUR | 2013-06-01 SPINE_Z -2.5          | C C C N",
                "2014-06-01 HUMERUS;2016-06-14 FEMUR | 2013-05-31 SPINE_Z -2.5          | S S P N",
            })
    void twoLongBonesByTenNeedALowScanNearThem(String fractures, String scans, String classes) {
        assertThat(classes(child(fractures, scans, null, null))).isEqualTo(classes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2019-01-01 FOREARM                       | N N N N",
                "2019-01-01 FOREARM LOW                   | S N N N",
                "2019-01-01 FOREARM MODERATE              | N N N N",
                "2019-01-01 FOREARM;2020-01-01 HAND       | S N N N",
                "2019-01-01 FOREARM;2020-01-01 FINGER     | N N N N",
                "2019-01-01 FOREARM;2020-01-01 FEMUR HIGH | N N N N",
                "2019-01-01 FOREARM;2020-01-01 RIB ABUSE  | N N N N",
                "2019-01-01 FOREARM;2020-01-01 FEMUR;2021-01-01 HUMERUS                          | S S P N",
                "2019-01-01 FOREARM;2020-01-01 FEMUR;2021-01-01 ANKLE                            | S N N N",
                "2019-01-01 FOREARM;2020-01-01 FEMUR;2027-06-14 HUMERUS                          | S S P N",
                "2019-01-01 FOREARM;2020-01-01 FEMUR;2027-06-15 HUMERUS                          | S N N N",
                "2019-01-01 VERTEBRA_COMPRESSED           | S C C N",
                "2019-01-01 VERTEBRA_COMPRESSED MODERATE  | S C C N",
                "2019-01-01 VERTEBRA_COMPRESSED HIGH      | N N N N",
                "2027-06-15 VERTEBRA_COMPRESSED LOW       | N N N N",
                "2019-01-01 VERTEBRA_UNSPECIFIED          | N N N N",
            })
    void fracturesAloneSuspectAndVertebraeConfirm(String fractures, String classes) {
        assertThat(classes(child(fractures, null, null, null))).isEqualTo(classes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2019-01-01 FOREARM LOW          | CROHN 2018-01-01 2018-01-31           | -                         | S N P N",
                "2019-01-01 FOREARM LOW          | CROHN 2018-01-01 2018-01-30           | -                         | S N N N",
                "2019-01-01 FOREARM LOW          | CROHN 2019-04-01 2019-06-01           | -                         | S N P N",
                "2019-01-01 FOREARM LOW          | CROHN 2019-04-02 2019-06-01           | -                         | S N N N",
                "2019-01-01 FOREARM LOW          | VITAMIN_D_DEFICIENCY 2018-01-01 2018-06-01 | -                    | S N N N",
                "2019-01-01 FOREARM LOW          | WHEELCHAIR 2018-01-01 2018-06-01      | -                         | S N P N",
                "2019-01-01 FOREARM LOW          | -                                     | PREDNISONE 2016-01-01 90  | S N P N",
                "2019-01-01 FOREARM LOW          | -                                     | PREDNISONE 2016-01-01 89  | S N N N",
                "2019-01-01 FOREARM LOW          | ADRENAL_HYPERPLASIA 2016-01-01        | HYDROCORTISONE 2016-01-01 900 | S N N N",
                "2019-01-01 FOREARM LOW          | -                                     | PHENYTOIN 2018-01-01 180  | S N P N",
                "2019-01-01 FOREARM LOW          | -                                     | PHENYTOIN 2018-01-01 179  | S N N N",
                "2019-01-01 FOREARM LOW          | -                                     | PHENYTOIN 2016-01-01 400  | S N N N",
                "2019-01-01 FOREARM              | OSTEOGENESIS_IMPERFECTA 2018-01-01 2018-03-01 | -                 | N N C N",
                "2019-01-01 VERTEBRA_UNSPECIFIED | CEREBRAL_PALSY 2018-01-01 2018-03-01  | -                         | N N C N",
                "2019-01-01 FOREARM LOW          | OSTEOPOROSIS 2019-02-01 2019-02-02    | -                         | P N N N",
                "2019-01-01 FOREARM LOW          | OSTEOPOROSIS 2019-02-01 2019-03-03    | -                         | P N N C",
                "2019-01-01 FOREARM LOW          | OSTEOPOROSIS 2019-02-01               | -                         | S N N N",
                "2019-01-01 FOREARM LOW          | -                                     | PAMIDRONATE 2019-01-01 1  | P N N N",
                "2019-01-01 FOREARM LOW          | -                                     | PAMIDRONATE 2018-12-31 1  | S N N N",
                "-                               | OSTEOPOROSIS 2027-05-16 2027-06-14    | -                         | N N N N",
                "-                               | OSTEOPOROSIS 2027-05-15 2027-06-14    | -                         | N N N C",
                "-                               | OSTEOPOROSIS 2027-05-15 2027-06-15    | -                         | N N N N",
            })
    void causesDiagnosesAndDrugsWeighAsWritten(String fractures, String diagnosis, String course, String classes) {
        assertThat(classes(child(fractures, null, diagnosis, course))).isEqualTo(classes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019-01-01 PATHOLOGIC  | BONE_CYST 2018-10-03 | 0",
                "2019-01-01 PATHOLOGIC  | BONE_CYST 2018-10-02 | 1",
                "2019-01-01 PATHOLOGIC  | BONE_CYST 2019-01-31 | 0",
                "2019-01-01 PATHOLOGIC  | BONE_CYST 2019-02-01 | 1",
                "2014-01-01 PATHOLOGIC  | BONE_CYST 2013-01-01 | 0",
                "2014-01-01 PATHOLOGIC  | BONE_CYST 2012-12-31 | 1",
                "2014-01-01 TRAUMATIC   | BONE_CYST 2013-01-01 | 1",
                "2019-01-01 TRAUMATIC   | LEUKEMIA 2019-01-01  | 1",
                "2019-01-01 NEOPLASTIC  | LEUKEMIA 2019-01-01  | 0",
                "2019-01-01 STRESS      | LEUKEMIA 2019-01-01  | 0",
            })
    void diseaseOfTheBoneItselfTakesAFractureOut(String fracture, String diagnosis, int counted) {
        String[] parts = fracture.split(" ");
        DesignedFracture broken = new DesignedFracture(
                LocalDate.parse(parts[0]),
                List.of(new BrokenBone(Bone.FEMUR, BodySide.LEFT, 0)),
                Energy.UNKNOWN,
                Nature.valueOf(parts[1]),
                RowPattern.USUAL);
        DesignedPatient child = child(List.of(broken), List.of(), List.of(diagnosis(diagnosis)), List.of());
        assertThat(TruthRules.evaluate("test:1", child).countedEvents()).isEqualTo(counted);
    }

    private static String classes(DesignedPatient child) {
        Truth truth = TruthRules.evaluate("test:1", child);
        return truth.urmcSeed().charAt(0)
                + " " + truth.iscd_2019().charAt(0)
                + " " + truth.wardBroad().charAt(0)
                + " " + truth.dxCode().charAt(0);
    }

    private static DesignedPatient child(String fractures, String scans, String diagnosis, String course) {
        List<DesignedFracture> broken = new ArrayList<>();
        for (String[] parts : lines(fractures)) {
            broken.add(new DesignedFracture(
                    LocalDate.parse(parts[0]),
                    List.of(new BrokenBone(Bone.valueOf(parts[1]), BodySide.RIGHT, 0)),
                    parts.length > 2 ? Energy.valueOf(parts[2]) : Energy.UNKNOWN,
                    Nature.TRAUMATIC,
                    RowPattern.USUAL));
        }
        List<DesignedScan> scanned = new ArrayList<>();
        for (String[] parts : lines(scans)) {
            scanned.add(new DesignedScan(
                    LocalDate.parse(parts[0]), DensityMeasure.valueOf(parts[1]), Double.parseDouble(parts[2])));
        }
        List<DesignedCourse> courses = new ArrayList<>();
        for (String[] parts : lines(course)) {
            courses.add(
                    new DesignedCourse(Drug.valueOf(parts[0]), LocalDate.parse(parts[1]), Integer.parseInt(parts[2])));
        }
        return child(broken, scanned, diagnosis == null ? List.of() : List.of(diagnosis(diagnosis)), courses);
    }

    private static DesignedPatient child(
            List<DesignedFracture> fractures,
            List<DesignedScan> scans,
            List<DesignedDiagnosis> diagnoses,
            List<DesignedCourse> courses) {
        return new DesignedPatient(
                "picture",
                BIRTH,
                Sex.FEMALE,
                BIRTH,
                LocalDate.of(2030, 12, 31),
                null,
                fractures,
                scans,
                diagnoses,
                courses,
                List.of(),
                List.of());
    }

    private static DesignedDiagnosis diagnosis(String text) {
        String[] parts = text.split(" ");
        List<LocalDate> dates =
                Arrays.stream(parts).skip(1).map(LocalDate::parse).toList();
        return new DesignedDiagnosis(Ailment.valueOf(parts[0]), dates, false);
    }

    private static List<String[]> lines(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(line -> line.strip().split(" +"))
                        .toList();
    }
}
