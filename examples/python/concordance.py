#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints the mammals that CMS and CITES both listed on 23 February 2012."""

import gi

gi.require_version("Saiga", "1")
from gi.repository import Saiga

snapshot = Saiga.Snapshot.new_embedded()
concordance = Saiga.Concordance.new(snapshot, "authority.cms", "authority.cites", Saiga.Date.new(2012, 2, 23))
for row in concordance.get_view(Saiga.ConcordanceView.SHARED):
    if row.get_group() == "Mammalia":
        print(f"{row.get_names_a()[0]}: {row.get_appendices_a()}, {row.get_names_b()[0]}: {row.get_appendices_b()}")
