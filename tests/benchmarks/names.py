# SPDX-License-Identifier: LGPL-2.1-or-later
"""How fast names are read and found, beside what else people use, in one run on one machine.

Ours is measured by the program in C. The others get the same list of 40,000 names and the same misspelt ones;
what is not installed is skipped with a word. gnparser, gndiff and GBIF's parsers are no packages of Debian:
their figures were recorded on this class of machine and stand beside ours, marked as such.

usage: names.py BENCH-NAMES SAIGA [LARGE]
"""

import collections
import contextlib
import difflib
import gzip
import os
import pathlib
import pwd
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import Levenshtein
except ImportError:
    Levenshtein = None

SHARED = pathlib.Path(os.environ.get("SAIGA_TEST_DATA") or "../shared/data")
RUNS = 7


def edits(a, b):
    """Letters put in, left out or changed."""
    if Levenshtein:
        return Levenshtein.distance(a, b)
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


class Peers:
    """The list, the misspelt names with what each should be, and our own figures."""

    def __init__(self, folder):
        self.names = (folder / "list.txt").read_text().splitlines()
        self.misspelt = [line.split("\t") for line in (folder / "misspelt.txt").read_text().splitlines()]
        self.ours = dict(line.split("\t") for line in (folder / "figures.txt").read_text().splitlines())

    def report(self, what, job, per_second, note=""):
        ratio = float(self.ours[job]) / per_second
        print(f"{what:<44} {per_second:>12,.1f} a second   ours: {ratio:,.1f} times as fast {note}", flush=True)

    def find(self, what, n, find):
        """Times a function that gives the best name for each of the first n misspelt ones."""
        queries = self.misspelt[:n]
        start = time.perf_counter()
        found = find([query for query, _truth in queries])
        seconds = time.perf_counter() - start
        right = sum(name == truth for name, (_query, truth) in zip(found, queries))
        self.report(what, "misspelt", n / seconds, f"(right: {100 * right / n:.1f} % of {n})")


def bench_dict(peers):
    rows = {name: i for i, name in enumerate(peers.names)}
    # Texts that Python has not hashed yet, as those of a file are, in no order.
    queries = [name[:1] + name[1:] for name in random.Random(42).choices(peers.names, k=400000)]
    start = time.perf_counter()
    for query in queries:
        rows[query]
    peers.report("exact: dict of Python", "exact", len(queries) / (time.perf_counter() - start))


def bench_difflib(peers):
    peers.find("misspelt: difflib.get_close_matches", 20, lambda queries: [
        (difflib.get_close_matches(query, peers.names, 1, 0.85) or [""])[0] for query in queries])


def bench_levenshtein(peers):
    if not Levenshtein:
        print("misspelt: python3-levenshtein: skipped, not installed")
        return
    by_letter = collections.defaultdict(list)
    for name in peers.names:
        by_letter[name[0]].append(name)
    peers.find("misspelt: python3-levenshtein, every name", 100, lambda queries: [
        min(peers.names, key=lambda name: Levenshtein.distance(query, name)) for query in queries])
    peers.find("misspelt: python3-levenshtein, same first letter", 500, lambda queries: [
        min(by_letter[query[0]], key=lambda name: Levenshtein.distance(query, name), default="") for query in queries])


def bench_fts5(peers):
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram')")
    except sqlite3.OperationalError as error:
        print(f"misspelt: SQLite FTS5: skipped, {error}")
        return
    database.executemany("INSERT INTO names VALUES (?)", ((name,) for name in peers.names))

    def find(query):
        parts = " OR ".join('"' + query[i:i + 3] + '"' for i in range(len(query) - 2))
        rows = database.execute("SELECT name FROM names WHERE names MATCH ? ORDER BY bm25(names) LIMIT 20", (parts,))
        return min((name for name, in rows), key=lambda name: edits(query, name), default="")

    peers.find(f"misspelt: SQLite {sqlite3.sqlite_version} FTS5, trigrams, best of 20", 100, lambda queries: [find(query) for query in queries])


@contextlib.contextmanager
def postgres():
    """A server of its own in a folder of its own, that listens nowhere but there. PostgreSQL refuses to be run by root."""
    programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = programs[-1] if programs else shutil.which("initdb")
    if not found:
        yield None, "not installed"
        return
    programs = pathlib.Path(found).parent
    user = {}
    if os.geteuid() == 0:
        try:
            user = {"user": pwd.getpwnam("postgres").pw_uid, "group": pwd.getpwnam("postgres").pw_gid, "extra_groups": []}
        except KeyError:
            yield None, "root may not run it, and there is no user postgres"
            return
    with tempfile.TemporaryDirectory(prefix="saiga-bench-", dir="/tmp") as folder:
        if user:
            os.chown(folder, user["user"], user["group"])

        def run(*arguments, **options):
            return subprocess.run(arguments, check=True, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **user, **options)

        try:
            run(programs / "initdb", "-D", folder + "/data", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C")
            run(programs / "pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o", f"-k {folder} -c listen_addresses='' -c fsync=off", "start")
        except subprocess.CalledProcessError as error:
            yield None, error.stderr.strip()
            return
        try:
            yield (lambda text: run(programs / "psql", "-h", folder, "-d", "postgres", "-qAtX", "-v", "ON_ERROR_STOP=1", input=text).stdout), None
        finally:
            run(programs / "pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop")


def bench_trigrams(peers):
    with postgres() as (run, problem):
        if run is not None:
            try:
                run("CREATE EXTENSION pg_trgm; CREATE TABLE names (name text); COPY names FROM STDIN;\n" +
                    "\n".join(peers.names) + "\n\\.\nCREATE INDEX ON names USING gin (name gin_trgm_ops); ANALYZE names;\n")
            except subprocess.CalledProcessError as error:
                run, problem = None, error.stderr.strip()
        if run is None:
            print(f"misspelt: PostgreSQL pg_trgm: skipped, {problem}")
            return

        def find(queries):
            text = "SET pg_trgm.similarity_threshold = 0.5; PREPARE q (text) AS SELECT coalesce((SELECT name FROM names WHERE name % $1 ORDER BY similarity(name, $1) DESC LIMIT 1), '');\n"
            return run(text + "".join(f"EXECUTE q('{query}');\n" for query in queries)).splitlines()

        peers.find("misspelt: PostgreSQL pg_trgm, GIN", 1000, find)


def bench_lists(saiga, folder):
    """The birds of eBird in those of IOC, as anybody would do it: from two files to a third."""
    lists = [SHARED / "checklists" / name for name in ("ioc-bird.csv.gz", "ebird.csv.gz")]
    if not all(path.exists() for path in lists):
        print("list against list: skipped, no lists of birds")
        return
    paths = [folder / path.stem for path in lists]
    for path, packed in zip(paths, lists):
        path.write_bytes(gzip.decompress(packed.read_bytes()))
    runs = []
    for _ in range(RUNS):
        start = time.perf_counter()
        process = subprocess.Popen([saiga, "names", "match", "-a", paths[0], paths[1]], stdout=subprocess.DEVNULL)
        _pid, _status, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        runs.append((time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    seconds, processor = (statistics.median(run[i] for run in runs) for i in (0, 1))
    print(f"list against list, 32.6 k birds in 11.1 k    {seconds:>8.3f} s on the wall, {processor:.3f} s of processor, at most {max(run[2] for run in runs):.0f} MiB   "
          f"goals 0.08 s, 40 MiB; recorded: gndiff 8.46 s, 305 MiB: ours {8.46 / seconds:.0f} times as fast")


def main(bench, saiga, large="5000000"):
    with tempfile.TemporaryDirectory(prefix="saiga-bench-") as name:
        folder = pathlib.Path(name)
        subprocess.run([bench, large, folder], check=True)
        if not (folder / "list.txt").exists():
            return
        if saiga:
            bench_lists(saiga, folder)
            print("\nothers in this run, on the small list", flush=True)
        peers = Peers(folder)
        for bench_peer in (bench_dict, bench_difflib, bench_levenshtein, bench_fts5, bench_trigrams):
            bench_peer(peers)


main(*sys.argv[1:])
