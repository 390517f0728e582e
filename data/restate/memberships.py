# SPDX-License-Identifier: LGPL-2.1-or-later
"""The Parties of the two conventions."""

from . import areas, documents, tables

# How the successors of former States came to it: the notes of the table say so.
BASES = {
    ("cites", "CZ"): "succession", ("cites", "ME"): "succession", ("cites", "RS"): "continuation",
    ("cites", "RU"): "continuation", ("cites", "SK"): "succession",
}


def build():
    records = {}
    for row in tables.rows("joint/parties"):
        instrument, code = row["instrument"], row["iso2"]
        ids, place = documents.sources(row["source"])
        records[f"membership.{instrument}-{code.lower()}"] = {
            "id": f"membership.{instrument}-{code.lower()}",
            "note": row["note"],
            "source-ids": ids,
            "source-place": place,
            "group-id": f"instrument.{instrument}",
            "member-id": areas.area_id(code),
            "role": "party",
            "valid-from": row["entry_into_force"],
            "basis": BASES.get((instrument, code), "unknown"),
        }
    return records
