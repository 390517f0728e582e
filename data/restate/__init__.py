# SPDX-License-Identifier: LGPL-2.1-or-later
"""Restates the shared tables of 2013 as records of Saiga.

Run it with SAIGA_TEST_DATA set (default: ../shared/data beside the project):

    PYTHONPATH=data python3 -m restate

It writes data/*.xml, one canonical file a record type. Records that it does not
make itself, written by hand, are kept.
"""
