-- How many rows the tables have that the study reads.
SELECT 'rows', sum(row_group_num_rows)
FROM (SELECT DISTINCT file_name, row_group_id, row_group_num_rows FROM parquet_metadata('${extract}/*/*.parquet'));
