"""`check` and `Checker`, against what the command prints."""

import json
import re
from pathlib import Path
from typing import Any

import icws_schema
import pytest
from environment import ROOT, command, generated
from icws_schema import report

PAYLOADS = sorted((ROOT / "tests/payloads").glob("*.json"))
OF_COMMAND = {"file", "lineOfFile", "errorId", "isDocumented", "body"}
TOO_LONG = '{"externalCallTimeout": {"actualValue": 301}}'
RULE = {"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60}


def report_of_command(payload: Path, *arguments: str) -> dict[str, Any]:
    written = json.loads(command("check", "--format", "json", *arguments, payload))
    return {name: value for name, value in written.items() if name not in OF_COMMAND}


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload.name)
def test_a_report_is_that_of_the_command(payload: Path) -> None:
    body = payload.read_bytes()
    assert icws_schema.check(body) == report_of_command(payload)
    expected = report_of_command(payload, "--rules", "recommended")
    assert icws_schema.check(body.decode(), rules="recommended") == expected
    shown = report_of_command(payload, "--rules", "recommended", "--show-values")
    assert icws_schema.check(bytearray(body), rules="recommended", show_values=True) == shown


def test_reports_of_generated_payloads_are_those_of_the_command(tmp_path: Path) -> None:
    checker = icws_schema.Checker(rules="recommended")
    bodies = [body for body in generated() if body and body.strip()]
    lines = tmp_path / "lines.ndjson"
    lines.write_text("\n".join(bodies))
    written = command("check", "--format", "json", "--rules", "recommended", lines).rstrip("\n").split("\n")
    assert len(written) == len(bodies)
    for body, line in zip(bodies, written):
        expected = json.loads(line)
        assert [without_line(problem) for problem in checker.check(body)["problems"]] == [
            without_line(problem) for problem in expected["problems"]
        ]


def without_line(problem: Any) -> dict[str, Any]:
    """Returns a problem without what depends on where the payload begins in its file."""
    message = re.sub(r" at \d+:", " at 1:", problem["message"])
    return {**problem, "message": message, "expected": None, "line": None, "offset": None, "first": None, "causes": None}


def test_values_are_shown_only_on_request() -> None:
    assert "301" not in json.dumps(icws_schema.check(TOO_LONG, rules="recommended")).replace('"rules"', "")[:900]
    problem = icws_schema.check(TOO_LONG, rules="recommended", show_values=True)["problems"][0]
    assert problem["foundValue"] == "301"


def test_rules_come_from_paths_and_dicts_and_are_combined_in_order(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text(json.dumps({"rules": [RULE]}))
    one: list[icws_schema.File] = [file, str(file), {"rules": [RULE]}]
    for rules in one:
        assert [problem["rulePointer"] for problem in icws_schema.check(TOO_LONG, rules=rules)["problems"]] == ["/rules/0"]
    both = icws_schema.check(TOO_LONG, rules=["recommended", file])
    assert len(both["problems"]) == 2


def test_what_is_suspicious_in_a_rule_file_is_a_warning() -> None:
    when = {"property": "callForwardAll.actualValue", "is": "true"}
    rule = {"validator": "propertyNotApplicable", "property": "followMe", "when": when}
    (warning,) = icws_schema.Checker(rules={"rules": [rule]}).warnings
    assert warning.startswith("rules: warning: 1:")
    assert icws_schema.Checker(rules="recommended").warnings == []


def test_a_directory_answers_what_rules_ask() -> None:
    rules = {"rules": [{"validator": "existingExtension", "property": "followMe[].phoneNumber"}]}
    body = '{"followMe": [{"phoneNumber": "8002", "timeout": 15, "usePin": true}]}'
    assert not icws_schema.check(body, rules=rules)["complete"]
    assert not icws_schema.check(body, rules=rules, directory={"extensions": ["8001"]})["valid"]
    assert icws_schema.check(body, rules=rules, directory={"extensions": ["8002"]})["valid"]


@pytest.mark.parametrize("kind", ["view", "user", "list", "result", "error"])
def test_other_kinds_of_payloads_are_checked_as_what_they_are(kind: icws_schema.Kind) -> None:
    for payload in PAYLOADS:
        assert icws_schema.check(payload.read_bytes(), as_=kind) == report_of_command(payload, "--as", kind)


def test_objects_are_checked_with_rules_and_their_current_state(tmp_path: Path) -> None:
    rules = {"rules": [{"validator": "integerComparisonValidator", "property": "low", "operator": "lt", "other": "high"}]}
    current = {"high": 5}
    files = {name: tmp_path / f"{name}.json" for name in ("rules", "current", "body")}
    for name, content in (("rules", rules), ("current", current), ("body", {"low": 7})):
        files[name].write_text(json.dumps(content))
    arguments = ["--as", "object", "--partial", "--rules", str(files["rules"]), "--current", str(files["current"])]
    expected = report_of_command(files["body"], *arguments)
    assert icws_schema.check('{"low": 7}', as_="object", partial=True, rules=rules, current=current) == expected
    assert not expected["valid"]


def test_a_wrong_rule_file_raises_everything_that_is_wrong_with_it(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text('{"rules": [{"validator": "rnage"}, {"validator": "range", "property": "folowMe[].timeout", "max": "1"}]}')
    with pytest.raises(icws_schema.LoadError) as raised:
        icws_schema.Checker(rules=file)
    assert isinstance(raised.value, ValueError)
    assert len(raised.value.problems) == 3
    assert all(problem.startswith(f"{file}: 1:") for problem in raised.value.problems)
    assert str(raised.value).splitlines() == raised.value.problems
    assert raised.value.warnings == []


@pytest.mark.parametrize("wrong", [{"wrong": 1}, {}])
def test_a_wrong_file_has_the_warnings_of_this_file_and_of_those_before_it(wrong: dict[str, Any]) -> None:
    directory: dict[str, Any] = {"extensions": ["8001", "8001"], **wrong}
    with pytest.raises(icws_schema.LoadError) as raised:
        icws_schema.Checker(rules="recommended", directory=directory, current={} if wrong else {"items": [{}]})
    assert [warning.split(": ")[:2] for warning in raised.value.warnings] == [["directory", "warning"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"rules": "recomended"}, FileNotFoundError),
        ({"rules": 5}, TypeError),
        ({"unknown": 5}, TypeError),
        ({"as_": "requests"}, ValueError),
        ({"object_type": "user"}, ValueError),
        ({"as_": "view", "rules": "recommended"}, ValueError),
        ({"max_problems": 0}, ValueError),
        ({"rules": "recommended", "directory": {"extension": []}}, icws_schema.LoadError),
    ],
)
def test_wrong_arguments_raise(arguments: dict[str, Any], expected: type[Exception]) -> None:
    with pytest.raises(expected):
        icws_schema.check("{}", **arguments)


def test_names_of_arguments_in_messages_are_those_of_python() -> None:
    with pytest.raises(ValueError, match="^`object_type` needs `id`$"):
        icws_schema.Checker(rules="recommended", object_type="user")


def test_a_payload_is_str_or_bytes() -> None:
    with pytest.raises(TypeError, match="expected str or bytes, found int"):
        icws_schema.check(5)  # type: ignore[arg-type]
    with pytest.raises(UnicodeEncodeError):
        icws_schema.check("\ud800")
    assert icws_schema.check(b"\xff")["malformed"]


def test_a_report_has_the_members_of_its_type() -> None:
    rules = {"rules": [RULE, {"validator": "existingExtension", "property": "followMe[].phoneNumber"}]}
    body = '{"externalCallTimeout": {"actualValue": 301}, "followMe": [{"phoneNumber": "8001", "timeout": 15, "usePin": true}], "a": 1, "a": 1}'
    written = icws_schema.check(body, rules=rules)
    assert sorted(written) == sorted(report.Report.__annotations__)
    assert {len(written["problems"]), len(written["unchecked"])} == {3, 1}
    for problem in written["problems"]:
        assert sorted(problem) == sorted(report.Problem.__annotations__)
        if problem["first"]:
            assert sorted(problem["first"]) == sorted(report.Position.__annotations__)
    assert sorted(written["unchecked"][0]) == sorted(report.Unchecked.__annotations__)
    assert sorted(written["rules"]["/rules/0"]) == sorted(report.Rule.__annotations__)


def test_the_version_is_that_of_the_command() -> None:
    assert command("--version") == f"icws-schema {icws_schema.__version__}\n"
