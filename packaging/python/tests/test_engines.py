"""`check_column` in Polars, DuckDB and Spark, and the same verdicts everywhere."""

import json
import shlex
from collections.abc import Iterator
from pathlib import Path

import duckdb
import icws_schema
import polars as pl
import pyarrow as pa
from environment import COMMAND, Verdict, command, generated, verdicts_of_command
from pyspark.sql import SparkSession
from pyspark.sql.functions import arrow_udf

PAYLOADS = generated()
EXPECTED = verdicts_of_command(PAYLOADS, "recommended")
CHECKER = icws_schema.Checker(rules="recommended")
SPARK_TYPE = "struct<valid: boolean, codes: array<int>, pointers: array<string>>"


def test_polars_takes_verdicts_as_a_series() -> None:
    frame = pl.DataFrame({"body": PAYLOADS})
    frame = frame.with_columns(verdict=pl.Series(CHECKER.check_column(frame["body"])))
    assert frame["verdict"].to_list() == EXPECTED
    invalid = frame.filter(~pl.col("verdict").struct.field("valid"))
    assert len(invalid) == sum(verdict is not None and not verdict["valid"] for verdict in EXPECTED)


def test_polars_takes_verdicts_in_an_expression() -> None:
    check = pl.col("body").map_batches(
        lambda column: pl.Series(CHECKER.check_column(column)),
        return_dtype=pl.Struct({"valid": pl.Boolean, "codes": pl.List(pl.Int32), "pointers": pl.List(pl.String)}),
    )
    frame = pl.LazyFrame({"body": PAYLOADS}).select(verdict=check).collect()
    assert frame["verdict"].to_list() == EXPECTED


def test_duckdb_takes_verdicts_as_a_table(tmp_path: Path) -> None:
    file = tmp_path / "bodies.parquet"
    pl.DataFrame({"id": range(len(PAYLOADS)), "body": PAYLOADS}).write_parquet(file)
    bodies = duckdb.sql(f"SELECT body FROM '{file}' ORDER BY id")
    verdicts = CHECKER.check_column(bodies)
    columns = duckdb.sql("SELECT valid, codes, pointers FROM verdicts").fetchall()
    assert [of_columns(*row) for row in columns] == EXPECTED
    counts = duckdb.sql("SELECT valid, count(*) FROM verdicts GROUP BY valid").fetchall()
    assert dict(counts)[None] == 3


def of_columns(valid: bool | None, codes: list[int | None] | None, pointers: list[str] | None) -> Verdict:
    return None if valid is None else {"valid": valid, "codes": codes, "pointers": pointers}


def test_duckdb_takes_the_check_as_a_function() -> None:
    connection = duckdb.connect()
    verdict = duckdb.struct_type({"valid": "BOOLEAN", "codes": "INTEGER[]", "pointers": "VARCHAR[]"})

    def check(column: pa.ChunkedArray) -> pa.Array:
        return pa.array(CHECKER.check_column(column))

    connection.create_function("icws_check", check, ["VARCHAR"], verdict, type="arrow", null_handling="special")
    bodies = pa.table({"id": list(range(len(PAYLOADS))), "body": PAYLOADS})
    assert bodies is not None
    rows = connection.sql("SELECT icws_check(body) FROM bodies ORDER BY id").fetchall()
    assert [row[0] for row in rows] == EXPECTED


def test_spark_takes_the_check_as_a_function(spark: SparkSession) -> None:
    @arrow_udf(SPARK_TYPE)
    def verdict(bodies: pa.Array) -> pa.Array:
        return pa.array(icws_schema.check_column(bodies, rules="recommended", threads=1))

    frame = spark.createDataFrame(list(enumerate(PAYLOADS)), "id int, body string").repartition(4)
    rows = frame.withColumn("verdict", verdict("body")).orderBy("id").collect()
    assert [row.verdict and row.verdict.asDict() for row in rows] == EXPECTED


def test_spark_takes_verdicts_in_map_in_arrow(spark: SparkSession) -> None:
    def verdicts(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        checker = icws_schema.Checker(rules="recommended")
        for batch in batches:
            column = pa.array(checker.check_column(batch.column("body"), threads=1))
            yield batch.select(["id"]).append_column("verdict", column)

    frame = spark.createDataFrame(list(enumerate(PAYLOADS)), "id int, body string").repartition(4)
    rows = frame.mapInArrow(verdicts, f"id int, verdict {SPARK_TYPE}").orderBy("id").collect()
    assert [row.verdict and row.verdict.asDict() for row in rows] == EXPECTED


def test_one_file_has_the_same_verdicts_everywhere(spark: SparkSession, tmp_path: Path) -> None:
    """10,000 lines, of which every tenth has one problem, in turn one that the rules find and one of syntax."""
    good = command("generate", "--count", "9000", "--seed", "3", "--rules", "recommended").splitlines()
    bad = command("generate", "--count", "1000", "--seed", "4", "--rules", "recommended", "--invalid").splitlines()
    bad[::2] = [line[:-1] for line in bad[::2]]
    lines = [line for index, broken in enumerate(bad) for line in (*good[9 * index : 9 * index + 9], broken)]
    file = tmp_path / "users.ndjson"
    file.write_text("\n".join(lines) + "\n")
    expected = verdicts_of_command(list(lines), "recommended")
    assert sum(verdict is None or not verdict["valid"] for verdict in expected) == 1000

    assert pa.array(CHECKER.check_column(pa.array(lines))).to_pylist() == expected
    assert pl.Series(CHECKER.check_column(pl.Series(lines))).to_list() == expected

    whole_lines = "columns = {'body': 'VARCHAR'}, delim = '\\0', quote = '', escape = '', header = false"
    bodies = duckdb.sql(f"SELECT body FROM read_csv('{file}', {whole_lines})")
    verdicts = CHECKER.check_column(bodies)
    rows = duckdb.sql("SELECT valid, codes, pointers FROM verdicts").fetchall()
    assert [of_columns(*row) for row in rows] == expected

    @arrow_udf(SPARK_TYPE)
    def verdict(bodies: pa.Array) -> pa.Array:
        return pa.array(icws_schema.check_column(bodies, rules="recommended", threads=1))

    collected = spark.read.text(str(file)).select(verdict("value").alias("verdict")).collect()
    assert [row.verdict.asDict() for row in collected] == expected

    check = shlex.join([COMMAND, "check", "--rules", "recommended", "--format", "ndjson", "--ndjson", "-"])
    piped = spark.sparkContext.textFile(str(file), 4).pipe(check).map(json.loads).collect()
    assert [{name: line[name] for name in ("valid", "codes", "pointers")} for line in piped] == expected
