#!/usr/bin/env python3
"""Writes the awkward inputs and `expected.json`; Python 3.9 or later, standard library only.

    make.py               write inputs/ and expected.json beside this script
    make.py --check       exit 1 if what is there differs from what would be written
    make.py --big FILE    write one 50 MB article on a single line (never committed)

Offsets in expected.json are Unicode code points into the decoded text, end exclusive.
"""

import argparse
import json
import pathlib
import sys

from cases import BIG_SENTENCE, cases
from encode import big_line, gunzip

HERE = pathlib.Path(__file__).resolve().parent
INPUTS = HERE / "inputs"
BIG = 50_000_000


def expectation(case, item):
    """One row of expected.json: an article with its quote located, or a problem."""
    row = {"file": case.path, "line": item.line, "doc": item.doc or case.path, "outcome": item.outcome}
    if item.outcome == "problem":
        return row | {"why": item.why}
    start = item.text.index(item.quote)
    row |= {"encoding": case.encoding, "odd_bytes": case.odd_bytes, "chars": len(item.text)}
    return row | {"quote": item.quote, "start": start, "end": start + len(item.quote)}


def expected_json(all_cases):
    rows = [expectation(case, item) for case in all_cases for item in case.items]
    return (json.dumps(rows, indent=1, ensure_ascii=True) + "\n").encode()


def files(all_cases):
    found = {INPUTS / case.path: case.data for case in all_cases}
    assert len(found) == len(all_cases), "two cases share a path"
    return found | {HERE / "expected.json": expected_json(all_cases)}


def write(wanted):
    for path, data in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def same(path, data):
    """Equal bytes; for gzip equal content, because compressors may differ."""
    there = path.read_bytes() if path.is_file() else None
    if there is not None and path.suffix == ".gz":
        return gunzip(there) == gunzip(data)
    return there == data


def check(wanted):
    stale = [path for path, data in wanted.items() if not same(path, data)]
    stale += [path for path in INPUTS.rglob("*") if path.is_file() and path not in wanted]
    for path in sorted(stale):
        print(f"differs: {path.relative_to(HERE)}", file=sys.stderr)
    return 1 if stale else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--big", metavar="FILE")
    args = parser.parse_args()
    if args.big:
        return big_line(args.big, BIG, BIG_SENTENCE)
    wanted = files(sorted(cases(), key=lambda case: case.path))
    return check(wanted) if args.check else write(wanted)


if __name__ == "__main__":
    sys.exit(main())
