# SPDX-License-Identifier: LGPL-2.1-or-later
"""Drives the example in GTK by the names that a screen reader sees.

usage: test_window.py EXAMPLE [SCREENSHOT.png]

Without a virtual display or AT-SPI the test is skipped. It starts itself again inside them.
"""

import os
import shutil
import subprocess
import sys
import time
import unittest

INSIDE = "SAIGA_WINDOW_TEST"
ENVIRONMENT = {
    "GSK_RENDERER": "cairo", "LIBGL_ALWAYS_SOFTWARE": "1", "GDK_BACKEND": "x11", "GSETTINGS_BACKEND": "memory",
    "GTK_USE_PORTAL": "0", "LC_ALL": "C.UTF-8", "NO_AT_BRIDGE": "0", INSIDE: "1",
}


def missing():
    for program in ("xvfb-run", "dbus-run-session", "xauth"):
        if not shutil.which(program):
            return program
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        return "AT-SPI for Python"
    return None


def walk(node, depth=0):
    yield node
    if depth < 40:
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from walk(child, depth + 1)


def wait_for(function, seconds=20):
    """What a function returns once it is something; objects may go away meanwhile."""
    from gi.repository import GLib

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            result = function()
            if result:
                return result
        except GLib.Error:
            pass
        time.sleep(0.1)
    raise AssertionError("nothing came: " + function.__doc__)


class WindowTest(unittest.TestCase):
    def setUp(self):
        self.process = subprocess.Popen([EXAMPLE])
        self.addCleanup(self.stop)

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def application(self):
        """the application"""
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def labels(self):
        return [node.get_name() for node in walk(self.root) if node.get_role_name() == "label"]

    def find(self, name):
        return next((node for node in walk(self.root) if node.get_name() == name), None)

    def test_search_and_details(self):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        self.root = wait_for(self.application)

        def search_box():
            """the search entry by its name"""
            return next((node for node in walk(self.root) if node.get_name() == "Search species" or
                         "EditableText" in node.get_interfaces()), None)

        def list_name():
            """the list by its name"""
            return self.find("Species that both Conventions list")

        def details_name():
            """the details by their name"""
            return self.find("What the programme does for the species")

        entry = wait_for(search_box)
        wait_for(list_name)
        wait_for(details_name)
        whole = [label for label in self.labels() if label.endswith("species and higher taxa")]
        self.assertEqual(len(whole), 1, whole)

        editable = next(node for node in walk(entry) if "EditableText" in node.get_interfaces())
        Atspi.EditableText.set_text_contents(editable, "snow leopard")

        def one_species():
            """one row for the snow leopard"""
            return "1 species and higher taxa" in self.labels()

        def activities():
            """the activities for the snow leopard"""
            return [label for label in self.labels() if label.startswith(("B14 ", "B15 "))]

        wait_for(one_species)
        self.assertEqual(len(wait_for(activities)), 2)
        labels = self.labels()
        self.assertIn("Uncia uncia", labels)
        self.assertTrue(any(label.startswith("CMS lists Uncia uncia in Appendix I, since 1986-01-24") for label in labels), labels)
        self.assertIn("Activities", labels)
        self.assertIn("Snow Leopard Summit", labels)
        if SCREENSHOT:
            time.sleep(1)
            subprocess.run(["import", "-window", "root", SCREENSHOT], check=True)


if __name__ == "__main__":
    lacking = missing()
    if lacking:
        print(f"1..0 # SKIP there is no {lacking}", flush=True)
        sys.exit(77)
    if INSIDE not in os.environ:
        os.environ.update(ENVIRONMENT)
        os.execvp("timeout", ["timeout", "-k", "5", "90", "xvfb-run", "-a", "-s", "-screen 0 1024x768x24 -nolisten tcp",
                              "dbus-run-session", "--", sys.executable, *sys.argv])
    EXAMPLE = sys.argv.pop(1)
    SCREENSHOT = sys.argv.pop(1) if len(sys.argv) > 1 and sys.argv[1].endswith(".png") else None
    unittest.main()
