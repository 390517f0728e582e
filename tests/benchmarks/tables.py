# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints what reading UNEP-WCMC's tables of 2013 costs, beside pandas, which splits them into cells and understands
nothing: seconds of the processor, in turns in one process. SAIGA_TEST_DATA must be set."""

import gzip
import os
import pathlib
import statistics
import sys
import tempfile
import time

import gi
gi.require_version("Saiga", "1")
from gi.repository import Gio, Saiga  # noqa: E402

try:
    import pandas
except ImportError:
    pandas = None

FOLDER = os.environ.get("SAIGA_TEST_DATA") and pathlib.Path(os.environ["SAIGA_TEST_DATA"], "speciesplus-2013")
N_RUNS = 7

if FOLDER is None or not FOLDER.is_dir():
    print("SAIGA_TEST_DATA is not set, or has no speciesplus-2013")
    sys.exit(77)


def measure(run):
    start = time.process_time()
    result = run()
    return (time.process_time() - start) * 1000, result


with tempfile.TemporaryDirectory() as folder:
    for path in FOLDER.iterdir():
        pathlib.Path(folder, path.name.removesuffix(".gz")).write_bytes(gzip.decompress(path.read_bytes()))
    files = sorted(pathlib.Path(folder).iterdir())
    embedded = Saiga.Snapshot.new_embedded()
    runs = {
        "read into an empty data set": lambda: Saiga.Importer.new(Saiga.Snapshot.new()).read_file(Gio.File.new_for_path(folder), None),
        "read into the embedded data set": lambda: Saiga.Importer.new(embedded).read_file(Gio.File.new_for_path(folder), None),
    }
    if pandas is not None:
        runs["pandas read_csv"] = lambda: [pandas.read_csv(path, dtype=str, keep_default_na=False) for path in files]
    times = {name: [] for name in runs}
    n_rows = {}
    for _turn in range(N_RUNS):
        for name, run in runs.items():
            milliseconds, result = measure(run)
            times[name].append(milliseconds)
            n_rows[name] = result.get_n_rows() if isinstance(result, Saiga.Import) else sum(map(len, result))
            del result  # what it costs to free is not measured
    for name, of_name in times.items():
        ratio = f", {statistics.median(of_name) / statistics.median(times['pandas read_csv']):.2f} times pandas" if pandas else ""
        print(f"{name}: {statistics.median(of_name):.0f} ms, at best {min(of_name):.0f} ms, {n_rows[name]} rows{ratio}")
    if pandas is None:
        print("pandas is not installed")
