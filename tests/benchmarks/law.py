# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the law costs, and what the same question costs in SQLite and, if it is there, in pandas.

The question is in which Appendices of CITES every species and what is below one was on a day. The
peers know no countries of a range and guess no more than a careful user would; how many answers
are the same is printed beside the times. On that day 55 are not, and ours is right: 53 hang on a
listing, or the end of one, for some countries (Dicksonia 15, Chloranthaceae 31, Ursus arctos 3,
Falco newtoni 2, Aonyx capensis microdon, Ovis vignei vignei); Euphorbia misera was taken out of a
listed genus; the entry of Simias concolor was made part of that of a genus it is not in.

usage: law.py PROGRAM
"""

import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
DAY = "2012-02-23"
ROUNDS = 3

try:
    import pandas
except ImportError:
    pandas = None


def attributes(name):
    for line in (PROJECT / "data" / name).read_text(encoding="utf-8").splitlines():
        match = re.match(r"<(?:taxon|listing) ([^>]*?)/?>", line)
        if match:
            yield dict(re.findall(r'([\w-]+)="([^"]*)"', match.group(1)))


def read():
    """The rows of CITES: taxa, listings, and the taxa that listings leave out or take in."""
    taxa = [(row["id"], row.get("parent-id"), row["rank"]) for name in ("taxa-animalia.xml", "taxa-plantae.xml")
            for row in attributes(name) if row["id"].startswith("cites.")]
    rows = [row for name in ("listings-animalia.xml", "listings-plantae.xml") for row in attributes(name)
            if row["instrument-id"] == "instrument.cites" and row.get("change", "addition") in ("addition", "deletion")]
    listings = [(row["id"], row["taxon-id"], row["appendix"], row.get("change", "addition"), row["effective"], row.get("party-id"),
                 row.get("area-ids"), row.get("included-in-id")) for row in rows]
    exceptions, also = ([(row["id"], taxon) for row in rows for taxon in row.get(field, "").split()]
                        for field in ("except-taxon-ids", "also-taxon-ids"))
    return taxa, listings, exceptions, also


def time_best(function):
    best, answer = float("inf"), None
    for _ in range(ROUNDS):
        start = time.process_time()
        answer = function()
        best = min(best, time.process_time() - start)
    return best * 1e3, answer


# ---- SQLite

def ask_sqlite(taxa, listings, exceptions, also):
    base = sqlite3.connect(":memory:")
    base.executescript("""
        CREATE TABLE taxon (id TEXT PRIMARY KEY, parent TEXT, rank TEXT);
        CREATE TABLE listing (id TEXT PRIMARY KEY, taxon TEXT, appendix TEXT, change TEXT, effective TEXT, party TEXT, areas TEXT, included_in TEXT);
        CREATE TABLE exception (listing TEXT, taxon TEXT);
        CREATE TABLE also (listing TEXT, taxon TEXT);
        CREATE INDEX listing_by_taxon ON listing (taxon, appendix, change);
        CREATE INDEX exception_by_listing ON exception (listing);
        CREATE INDEX also_by_listing ON also (listing);
    """)
    for name, rows in (("taxon", taxa), ("listing", listings), ("exception", exceptions), ("also", also)):
        base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    base.execute("ANALYZE")
    query = (PROJECT / "tests" / "benchmarks" / "law.sql").read_text(encoding="utf-8")
    milliseconds, rows = time_best(lambda: base.execute(query, {"day": DAY}).fetchall())
    return milliseconds, {taxon: set(codes.split(",")) for taxon, codes in rows}


# ---- pandas

def ask_pandas(taxa, listings, exceptions, also):
    taxon = pandas.DataFrame(taxa, columns=["taxon", "parent", "rank"])
    listing = pandas.DataFrame(listings, columns=["id", "taxon", "appendix", "change", "effective", "party", "areas", "included_in"])
    exception = pandas.DataFrame(exceptions, columns=["id", "at"])
    beside = pandas.DataFrame(also, columns=["id", "at"])

    def ask():
        event = listing[listing.effective <= DAY]
        addition = event[event.change == "addition"]
        whole = addition[addition.appendix.isin(["I", "II"]) & addition.areas.isna()]
        restated = whole.groupby("taxon").effective.max().rename("restated")
        deletion = event[(event.change == "deletion") & event.areas.isna()].groupby(["taxon", "appendix"]).effective.max().rename("deleted")
        by_party = event[(event.change == "deletion") & event.party.notna()].groupby(["taxon", "party"]).effective.max().rename("left")
        standing = addition[addition.included_in.isna()].join(restated, on="taxon")
        standing = standing.join(deletion, on=["taxon", "appendix"]).join(by_party, on=["taxon", "party"])
        standing["deleted"] = standing.deleted.where(standing.party.isna(), standing.left)
        standing = standing[~(standing.effective < standing.restated) & ~(standing.effective < standing.deleted)]
        level = pandas.DataFrame({"taxon": taxon.taxon, "at": taxon.taxon, "level": 0})
        parent = taxon.set_index("taxon").parent
        levels = []
        while len(level):
            levels.append(level)
            level = pandas.DataFrame({"taxon": level.taxon, "at": level["at"].map(parent), "level": level["level"] + 1}).dropna()
        up = pandas.concat(levels)
        reach = up.merge(standing[["id", "taxon", "appendix"]].rename(columns={"taxon": "at"}), on="at")
        out = up.merge(exception, on="at")[["taxon", "id"]].drop_duplicates()
        reach = reach.merge(out, on=["taxon", "id"], how="left", indicator=True)
        reach = reach[reach._merge == "left_only"]
        more = up.merge(beside, on="at").merge(standing[["id", "appendix"]], on="id")
        reach = pandas.concat([reach[["taxon", "level", "appendix"]], more[["taxon", "level", "appendix"]]])
        nearest = reach[reach.appendix != "III"].groupby("taxon")["level"].min().rename("nearest")
        reach = reach.join(nearest, on="taxon")
        reach = reach[((reach["level"] == reach.nearest) & (reach.appendix != "III")) | reach.nearest.isna()]
        return reach.groupby("taxon").appendix.agg(set)

    milliseconds, answer = time_best(ask)
    return milliseconds, answer.to_dict()


def main(program):
    tables = read()
    low = {taxon for taxon, _parent, rank in tables[0] if rank in ("species", "subspecies", "variety")}
    with tempfile.TemporaryDirectory() as folder:
        answers = pathlib.Path(folder) / "answers"
        printed = subprocess.run([program, DAY, str(answers)], capture_output=True, text=True, check=True).stdout
        rows = (line.split("\t") for line in answers.read_text(encoding="utf-8").splitlines())
        ours = {taxon: set(codes.split("/")) for taxon, codes in rows if codes}
    print(printed, end="")
    own = float(re.search(r"of CITES.*?([\d.]+) ms", printed).group(1))
    peers = [("SQLite", ask_sqlite)] + ([("pandas", ask_pandas)] if pandas else [])
    for name, ask in peers:
        milliseconds, theirs = ask(*tables)
        same = sum(ours.get(taxon, set()) == theirs.get(taxon, set()) for taxon in low)
        print(f"{'the same in ' + name:<42} {milliseconds:9.3f} ms  {milliseconds / own:.0f} times ours; {same} of {len(low)} answers are ours")
    if not pandas:
        print("pandas is not installed")


if __name__ == "__main__":
    main(sys.argv[1])
