"""How long a column takes: `check_column` beside loops over jsonschema_rs with the schema of the same rules.

Run it in the environment of the tests: `python column.py SCHEMA LINES...`, where `icws-schema schema --rules recommended` wrote the
schema `userClientConfigurationProperties.request.json`, and `icws-schema generate` files of lines of JSON.
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

ROUNDS = 5


def seconds(runs: dict[str, Callable[[], Any]]) -> dict[str, tuple[float, float]]:
    """Returns the best of several rounds, in each of which all run in turn, as seconds of the clock and of the processors."""
    best = dict.fromkeys(runs, (float("inf"), float("inf")))
    for _ in range(ROUNDS):
        for name, run in runs.items():
            clock, processor = time.perf_counter(), time.process_time()
            run()
            taken = (time.perf_counter() - clock, time.process_time() - processor)
            best[name] = (min(best[name][0], taken[0]), min(best[name][1], taken[1]))
    return best


def measure(schema: dict[str, Any], lines: Path) -> None:
    bodies = lines.read_text().rstrip("\n").split("\n")
    column = pa.array(bodies)
    checker = icws_schema.Checker(rules="recommended")
    validator = jsonschema_rs.validator_for(schema)
    runs: dict[str, Callable[[], Any]] = {
        "check_column, all threads": lambda: checker.check_column(column),
        "check_column, one thread": lambda: checker.check_column(column, threads=1),
        "loop over Checker.check": lambda: [checker.check(body)["valid"] for body in bodies],
        "loop over jsonschema_rs, valid or not": lambda: [validator.is_valid(json.loads(body)) for body in bodies],
        "loop over jsonschema_rs, all errors": lambda: [list(validator.iter_errors(json.loads(body))) for body in bodies],
    }
    valid = pa.array(checker.check_column(column)).field("valid").to_pylist()
    print(f"\n{lines.name}: {len(bodies)} payloads, {lines.stat().st_size / 1e6:.1f} MB, {valid.count(False)} invalid")
    best = seconds(runs)
    all_threads, one_thread = best["check_column, all threads"][0], best["check_column, one thread"][1]
    for name, (clock, processor) in best.items():
        ratios = f"{clock / all_threads:6.1f} times all threads {processor / one_thread:6.1f} times one thread"
        print(f"{name:40} {clock:8.3f} s {processor:8.3f} s of processors {ratios}")


def main() -> None:
    schema, *files = map(Path, sys.argv[1:])
    for lines in files:
        measure(json.loads(schema.read_text()), lines)


if __name__ == "__main__":
    main()
