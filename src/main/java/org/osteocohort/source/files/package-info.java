/**
 * The tables of an extract folder as Spark datasets, whatever their files look like.
 *
 * <p>In: a folder and the {@link org.osteocohort.source.files.TableShape}s asked for. Out: for each table that is there
 * a dataset with the asked columns under their own names and in their own types, or every problem at once. Headers and
 * footers are read on the driver; Spark never infers a schema.
 */
package org.osteocohort.source.files;
