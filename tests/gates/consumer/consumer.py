# SPDX-License-Identifier: LGPL-2.1-or-later
"""A program outside of the tree: it reads the embedded data set, edits it, and gets an error."""

import gi

gi.require_version("Saiga", "1")
from gi.repository import GLib, Saiga  # noqa: E402

dataset = Saiga.Dataset()
dataset.set_snapshot(Saiga.Snapshot.new_embedded())
taxon = dataset["cites.saiga-tatarica"]
assert taxon.name == "Saiga tatarica", taxon
dataset.put(taxon.replace(note="A steppe antelope."))
assert dataset["cites.saiga-tatarica"].note == "A steppe antelope."
try:
    taxon.replace(rank="spezies")
    raise AssertionError("a rank that does not exist was taken")
except GLib.Error as error:
    assert error.matches(Saiga.Error.quark(), Saiga.Error.VALUE), error
