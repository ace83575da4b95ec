-- A source file as another night may bring it: one in a thousand rows is gone. ${file}, ${id} and ${night} are filled
-- in.
COPY (SELECT * FROM '${file}' WHERE ${id} % 1000 <> ${night}) TO '${file}.new' (FORMAT parquet);
