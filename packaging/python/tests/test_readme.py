"""The examples of the README run as they are written."""

import re
from pathlib import Path
from typing import Any

import duckdb
import icws_schema
import polars as pl
import pyarrow
import pyspark
import pytest
from environment import ROOT
from pyspark.sql import SparkSession

EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "packaging/python/README.md").read_text(), re.DOTALL)
BODIES = ["{}", '{"externalCallTimeout": {"actualValue": 301}}', '{"externalCallTimeout": {"actualValue": 61}}']


def run(example: str, **names: Any) -> dict[str, Any]:
    """Runs an example, and returns the value of its last line as `last`."""
    *lines, last = example.strip().splitlines()
    exec("\n".join(lines + [last if re.match(r"\w+ =| ", last) else f"last = {last}"]), names)
    return names


def example(word: str) -> str:
    (found,) = [example for example in EXAMPLES if word in example]
    return found


def test_all_examples_are_known() -> None:
    assert len(EXAMPLES) == 5


def test_check(capsys: pytest.CaptureFixture[str]) -> None:
    run(example("report ="))
    assert capsys.readouterr().out.startswith("/externalCallTimeout/actualValue expected an integer from 1 to 300")


def test_checker() -> None:
    assert run(example("icws_schema.Checker("), icws_schema=icws_schema, bodies=BODIES)["valid"] == BODIES[:1]


def test_polars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pl.DataFrame({"body": BODIES}).write_csv("users.csv")
    names = run(example("pl.read_csv"), pl=pl, checker=icws_schema.Checker(rules="recommended"))
    assert names["last"]["body"].to_list() == BODIES[1:2]


def test_duckdb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pl.DataFrame({"id": range(3), "body": BODIES}).write_parquet("users.parquet")
    names = run(example("unnest"), duckdb=duckdb, checker=icws_schema.Checker(rules="recommended"))
    assert names["last"].fetchall() == [(5, 1)]


def test_spark(spark: SparkSession) -> None:
    users = spark.createDataFrame([(body,) for body in BODIES], "body string")
    names = run(example("arrow_udf"), icws_schema=icws_schema, pyarrow=pyarrow, pyspark=pyspark, users=users)
    assert [row.body for row in names["last"].collect()] == BODIES[1:2]
