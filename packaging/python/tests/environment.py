"""What the tests compare with: the native command and the files of the repository."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(os.environ["ICWS_SCHEMA_ROOT"])
COMMAND = os.environ["ICWS_SCHEMA"]

Verdict = dict[str, Any] | None


def command(*arguments: str | Path, input: bytes = b"") -> str:
    """Runs the command, and returns what it prints."""
    done = subprocess.run([COMMAND, *map(str, arguments)], input=input, capture_output=True, check=False)
    assert done.returncode < 2, done.stderr
    return done.stdout.decode()


def generated() -> list[str | None]:
    """Returns payloads, some of them with one problem or more, and what is not a payload."""
    valid = command("generate", "--count", "400", "--seed", "1").rstrip("\n").split("\n")
    invalid = command("generate", "--count", "400", "--seed", "2", "--rules", "recommended", "--invalid").rstrip("\n").split("\n")
    others = [None, "", "  ", "{", "[1, 2]", "null", '{"\\u202e": 1, "a/b~": {}}', '{"callForwardAll": 1, "externalCallTimeout": {}}']
    return [*valid, *others, *invalid]


def verdicts_of_command(payloads: list[str | None], *rules: str | Path) -> list[Verdict]:
    """Returns the verdict of the command on each payload, one line each; `None` for what it has no verdict on."""
    lines = "\n".join(payload or "" for payload in payloads)
    arguments = [argument for set in rules for argument in ("--rules", set)]
    written = command("check", "--ndjson", "--format", "ndjson", *arguments, "-", input=lines.encode())
    verdicts: list[Verdict] = [None] * len(payloads)
    for line in written.split("\n")[:-1]:
        verdict = json.loads(line)
        verdicts[verdict.pop("line") - 1] = verdict
    return verdicts
