package org.osteocohort.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.osteocohort.source.SourceFile;
import org.osteocohort.source.bundle.Bundles;
import org.osteocohort.source.bundle.UnpackedRows;

/**
 * The children of whom other rows are known than before, as hashes of their identifiers. Another child may have the same
 * hash and is then assessed anew too, which costs time and changes nothing.
 */
final class ChangedChildren implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String CHILD = "child";
    private static final String PLACE = "place";
    private static final String EXACT = "exact";
    private static final String LOOSE = "loose";
    private static final String SAME = "same";
    private static final int DIGEST_BITS = 256;

    private final long[] hashes;

    /** @param hashes sorted */
    private ChangedChildren(long[] hashes) {
        this.hashes = hashes;
    }

    /**
     * Finds the children who have other rows in the files that changed, or the same ones in another order; and those of
     * whose rows in these files one is in the quarantine, which tells its line. Rows that only moved to other lines, as
     * they do when a row before them goes, are no change.
     *
     * @param quarantineOwners of the kept assessment, in the shape of {@link QuarantineOwner}
     * @param most of them
     * @return empty when there are more
     */
    static Optional<ChangedChildren> of(Change change, Dataset<Row> quarantineOwners, int most) {
        Dataset<Row> bundles = contents(change.gone(), false)
                .unionAll(contents(change.added(), true))
                .unionAll(quarantined(quarantineOwners, change.changed()));
        // Which rows stand on one line can be told within a bundle only.
        Column inOnePiece = size(collect_set(when(not(col(NightBundles.NOW)), col(PLACE))))
                .equalTo(size(collect_list(when(not(col(NightBundles.NOW)), col(PLACE)))));
        List<Row> found = bundles.groupBy(CHILD)
                .agg(same(EXACT).or(inOnePiece.and(same(LOOSE))).as(SAME))
                .filter(not(col(SAME)))
                .select(CHILD)
                .limit(most + 1)
                .collectAsList();
        return found.size() > most
                ? Optional.empty()
                : Optional.of(new ChangedChildren(
                        found.stream().mapToLong(row -> row.getLong(0)).sorted().toArray()));
    }

    private static Dataset<Row> contents(Dataset<Row> bundles, boolean now) {
        UDF1<byte[], String> digest = UnpackedRows::digestWithoutLines;
        Column place = concat_ws("\n", col(Bundles.PATIENT_ID), col(Bundles.SITE), col(Bundles.FILE));
        Column withoutLines = udf(digest, DataTypes.StringType).apply(col(Bundles.ROWS));
        return bundles.filter(col(Bundles.PATIENT_ID).isNotNull())
                .select(
                        hash(),
                        lit(now).as(NightBundles.NOW),
                        place.as(PLACE),
                        concat_ws("\n", place, sha2(col(Bundles.ROWS), DIGEST_BITS))
                                .as(EXACT),
                        concat_ws("\n", place, withoutLines).as(LOOSE));
    }

    /** As something that there was and is no more, so that these children changed. */
    private static Dataset<Row> quarantined(Dataset<Row> owners, Set<SourceFile> files) {
        UDF2<String, String, Boolean> changed = (site, file) -> files.contains(new SourceFile(site, file));
        Column ofChangedFile = udf(changed, DataTypes.BooleanType).apply(col("site"), col("source_file"));
        return owners.filter(col(Bundles.PATIENT_ID).isNotNull())
                .filter(ofChangedFile)
                .select(
                        hash(),
                        lit(false).as(NightBundles.NOW),
                        lit("quarantine").as(PLACE),
                        lit("quarantine").as(EXACT),
                        lit("quarantine").as(LOOSE));
    }

    private static Column same(String content) {
        return all(content, not(col(NightBundles.NOW))).equalTo(all(content, col(NightBundles.NOW)));
    }

    private static Column all(String content, Column of) {
        return sort_array(collect_list(when(of, col(content))));
    }

    private static Column hash() {
        return xxhash64(col(Bundles.PATIENT_ID)).as(CHILD);
    }

    /** The bundles of these children. */
    Dataset<Row> of(Dataset<Row> bundles) {
        return bundles.filter(col(Bundles.PATIENT_ID).isNotNull()).filter(among(bundles));
    }

    /** The bundles of these children and of nobody. */
    Dataset<Row> andNobody(Dataset<Row> bundles) {
        return bundles.filter(col(Bundles.PATIENT_ID).isNull().or(among(bundles)));
    }

    private Column among(Dataset<Row> bundles) {
        Broadcast<ChangedChildren> children = JavaSparkContext.fromSparkContext(
                        bundles.sparkSession().sparkContext())
                .broadcast(this);
        UDF1<Long, Boolean> contained = hash -> Arrays.binarySearch(children.value().hashes, hash) >= 0;
        UserDefinedFunction among = udf(contained, DataTypes.BooleanType);
        return coalesce(among.apply(xxhash64(col(Bundles.PATIENT_ID))), lit(false));
    }
}
