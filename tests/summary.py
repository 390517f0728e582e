#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints what failed in a run of "meson test", and then "N passed, N failed, N skipped" over all cases.

usage: summary.py BUILD-FOLDER

A test program that prints TAP counts with each of its cases, another one as one case. Meson's
JUnit file knows the cases, but not that a program crashed or ran out of time after good cases;
the log knows that of each program. The exit status says whether anything failed.
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

GOOD = {"OK", "SKIP", "EXPECTEDFAIL"}


def read_cases(path):
    """Program → the results of its cases; and the programs that are one case."""
    # What a test printed is in the file as it was, colours included, and those are not XML.
    text = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", path.read_bytes())
    text = text.decode("utf-8", "replace").replace("\ufffe", "").replace("\uffff", "")
    programs, single = {}, set()
    for suite in ET.fromstring(text.encode("utf-8")).iter("testsuite"):
        for case in suite.iter("testcase"):
            bad = case.find("failure") is not None or case.find("error") is not None
            result = "failed" if bad else "skipped" if case.find("skipped") is not None else "passed"
            # The suite of a program with cases is "PROJECT.PROGRAM", the common one of all others "PROJECT".
            _project, dot, program = suite.get("name").partition(".")
            program = program if dot else case.get("name")
            programs.setdefault(program, []).append(result)
            if not dot:
                single.add(program)
    return programs, single


def main(build):
    # The only ones: with a setup, their names have its name.
    junit = next((pathlib.Path(build) / "meson-logs").glob("testlog*.junit.xml"), None)
    log = next((pathlib.Path(build) / "meson-logs").glob("testlog*.json"), None)
    if junit is None or log is None:
        print("0 passed, 0 failed, 0 skipped")
        return "nothing was run"
    programs, single = read_cases(junit)
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        entry = json.loads(line)
        program = entry["name"]
        cases = programs.setdefault(program, [])
        if entry["result"] in GOOD:
            continue
        if "failed" not in cases:
            # Of a program with cases, the one that never came is the failed one.
            programs[program] = ["failed"] if program in single else [*cases, "failed"]
        # Meson shows what a program that prints TAP says to standard error, but not why a case failed.
        why = [text for text in (entry.get("stdout") or "").splitlines() if not text.startswith("ok ")]
        print(f"== {program}", *why, sep="\n", file=sys.stderr)
    results = [result for cases in programs.values() for result in cases]
    print(", ".join(f"{results.count(word)} {word}" for word in ("passed", "failed", "skipped")))
    return "failed" in results or not results


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
