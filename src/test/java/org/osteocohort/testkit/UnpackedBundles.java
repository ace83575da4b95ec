package org.osteocohort.testkit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.osteocohort.source.bundle.Bundles;
import org.osteocohort.source.bundle.UnpackedRows;
import scala.Function1;

/** The rows that bundles hold, as texts that can be compared. */
public final class UnpackedBundles {
    private UnpackedBundles() {}

    /** One text a row, {@code patient,site,file,[what the row holds]}; sorted, since bundles have no order. */
    public static List<String> texts(Dataset<Row> bundles) {
        Function1<Object, Object> toRow = CatalystTypeConverters.createToScalaConverter(Bundles.ROW_TYPE);
        List<String> texts = new ArrayList<>();
        for (Row bundle : bundles.collectAsList()) {
            String whose = bundle.getString(0) + "," + bundle.getString(1) + "," + bundle.getString(2) + ",";
            byte[] rows = bundle.getAs(Bundles.ROWS);
            new UnpackedRows(rows).forEachRemaining(row -> texts.add(whose + toRow.apply(row)));
        }
        return texts.stream().sorted().toList();
    }
}
