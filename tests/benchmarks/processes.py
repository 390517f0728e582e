# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints what the command costs, its start included: seconds and memory.

usage: processes.py SAIGA
"""

import os
import statistics
import sys
import time

RUNS = 7
COMMANDS = [
    ("concordance", "--on", "2012-02-23"),
    ("concordance", "--view", "all", "--format", "json"),
    ("list", "taxon"),
    ("list", "listing", "--format", "csv"),
    ("show", "cites.saiga-tatarica"),
]


def run(arguments):
    """Wall seconds and most MiB of one run, or None if it failed."""
    start = time.perf_counter()
    nowhere = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    process = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=nowhere)
    _process, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    return (seconds, usage.ru_maxrss / 1024) if os.waitstatus_to_exitcode(status) == 0 else None


def main(saiga):
    for command in COMMANDS:
        runs = [run([saiga, *command]) for _ in range(RUNS)]
        words = " ".join(("saiga", *command))
        if None in runs:
            print(f"{words}: failed")
            continue
        print(f"{words}: {statistics.median(run[0] for run in runs):.3f} s, {max(run[1] for run in runs):.0f} MiB "
              "(goals: less than 0.4 s and 150 MiB)")


main(*sys.argv[1:])
