"""`check_column`, against the verdicts that the command writes for the same lines."""

import json
from pathlib import Path

import icws_schema
import pyarrow as pa
import pytest
from environment import Verdict, generated, verdicts_of_command

PAYLOADS = generated()
EXPECTED = verdicts_of_command(PAYLOADS, "recommended")
CHECKER = icws_schema.Checker(rules="recommended")

TYPE = pa.struct([("valid", pa.bool_()), ("codes", pa.list_(pa.int32())), ("pointers", pa.list_(pa.string()))])


def rows(verdicts: icws_schema.Verdicts) -> list[Verdict]:
    array = pa.array(verdicts)
    assert array.type == TYPE
    array.validate(full=True)
    chunked = pa.chunked_array(verdicts)
    assert chunked.to_pylist() == array.to_pylist()
    assert len(verdicts) == len(array)
    return list(array.to_pylist())


def test_payloads_are_of_every_sort() -> None:
    assert EXPECTED.count(None) == 3
    assert sum(verdict is not None and verdict["valid"] for verdict in EXPECTED) > 200
    assert any(verdict is not None and None in verdict["codes"] for verdict in EXPECTED)
    assert any(verdict is not None and len(verdict["codes"]) > 1 for verdict in EXPECTED)


@pytest.mark.parametrize(
    "data_type", [pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary(), pa.binary_view()], ids=str
)
def test_verdicts_are_those_of_the_command(data_type: pa.DataType) -> None:
    column = pa.array(PAYLOADS, pa.string()).cast(data_type)
    assert rows(CHECKER.check_column(column)) == EXPECTED
    assert rows(CHECKER.check_column(column.slice(5))) == EXPECTED[5:]


def test_verdicts_without_rules_are_those_of_the_command() -> None:
    assert rows(icws_schema.check_column(pa.array(PAYLOADS))) == verdicts_of_command(PAYLOADS)


def test_rules_of_a_file_are_used(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text(json.dumps({"rules": [{"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60}]}))
    expected = verdicts_of_command(PAYLOADS, file)
    assert rows(icws_schema.check_column(pa.array(PAYLOADS), rules=file)) == expected
    assert expected != EXPECTED


def test_the_order_is_that_of_the_rows_with_any_number_of_threads() -> None:
    column = pa.chunked_array([PAYLOADS * 12, PAYLOADS[:1], [], PAYLOADS * 30], pa.string())
    expected = EXPECTED * 12 + EXPECTED[:1] + EXPECTED * 30
    for threads in (1, 2, 8):
        assert rows(CHECKER.check_column(column, threads=threads)) == expected


def test_a_table_with_one_column_is_taken_for_the_column() -> None:
    assert rows(CHECKER.check_column(pa.table({"body": PAYLOADS}))) == EXPECTED
    assert rows(CHECKER.check_column(pa.record_batch({"body": PAYLOADS}))) == EXPECTED


def test_what_is_empty_has_no_verdicts() -> None:
    assert rows(CHECKER.check_column(pa.array([], pa.string()))) == []
    assert rows(CHECKER.check_column(pa.chunked_array([], pa.string()))) == []
    assert rows(CHECKER.check_column(pa.nulls(3))) == [None, None, None]


def test_members_of_a_null_verdict_are_null() -> None:
    verdicts = pa.array(CHECKER.check_column(pa.array([None, "{}"])))
    assert [verdicts.field(name).to_pylist() for name in ("valid", "codes", "pointers")] == [[None, True], [None, []], [None, []]]


def test_other_columns_raise() -> None:
    for column in (pa.array([1]), pa.table({"a": ["{}"], "b": ["{}"]})):
        with pytest.raises(ValueError, match="expected strings or bytes, or a table with one column of them, found"):
            CHECKER.check_column(column)
    with pytest.raises(ValueError, match="__arrow_c_array__"):
        CHECKER.check_column(["{}"])  # type: ignore[arg-type]
