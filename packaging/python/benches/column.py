"""How long a column takes: `check_column` beside a loop over jsonschema_rs with the schema of the same rules.

Run it in the environment of the tests: `python column.py SCHEMA LINES`, where `icws-schema schema --rules recommended` wrote the
schema `userClientConfigurationProperties.request.json`, and `icws-schema generate` the lines of JSON.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icws_schema
import jsonschema_rs
import pyarrow as pa


def seconds(run: Callable[[], Any]) -> tuple[float, float]:
    """Returns the best of three, as seconds of the clock and of the processors."""
    best = (float("inf"), float("inf"))
    for _ in range(3):
        clock, processor = time.perf_counter(), time.process_time()
        run()
        best = min(best, (time.perf_counter() - clock, time.process_time() - processor))
    return best


def main() -> None:
    schema, lines = (Path(argument).read_text() for argument in sys.argv[1:3])
    bodies = lines.rstrip("\n").split("\n")
    column = pa.array(bodies)
    checker = icws_schema.Checker(rules="recommended")
    validator = jsonschema_rs.validator_for(json.loads(schema))
    runs: dict[str, Callable[[], Any]] = {
        "check_column, one thread": lambda: checker.check_column(column, threads=1),
        "check_column, all threads": lambda: checker.check_column(column),
        "loop over Checker.check": lambda: [checker.check(body)["valid"] for body in bodies],
        "loop over jsonschema_rs, valid or not": lambda: [validator.is_valid(json.loads(body)) for body in bodies],
        "loop over jsonschema_rs, all errors": lambda: [
            [error.instance_path for error in validator.iter_errors(json.loads(body))] for body in bodies
        ],
    }
    print(f"{len(bodies)} payloads, {len(lines.encode()) / 1e6:.1f} MB")
    for name, run in runs.items():
        clock, processor = seconds(run)
        print(f"{name:40} {clock:8.3f} s {processor:8.3f} s of processors")


if __name__ == "__main__":
    main()
