# SPDX-License-Identifier: LGPL-2.1-or-later
"""Has axe look at the main report in Chromium: no findings, in every language, width and colour.

usage: test_accessibility.py SAIGA

axe is the file axe.min.js of the npm package axe-core: SAIGA_AXE names it, or it is found in
node_modules of the project or of the build folder. Without it or Chromium the test is skipped.
"""

import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

# Folded parts are looked at as well.
RUN = """
document.querySelectorAll('details').forEach(d => d.open = true);
axe.run(document, {resultTypes: ['violations']}).then(r => {
  const out = document.createElement('pre');
  out.id = 'axe-result';
  out.textContent = JSON.stringify({passes: r.passes.length, found: r.violations.map(v => ({id: v.id, nodes: v.nodes.map(n => n.html.slice(0, 160))}))});
  document.body.append(out);
});
"""


def find_axe():
    root = pathlib.Path(__file__).resolve().parent.parent
    places = [os.environ.get("SAIGA_AXE"), root / "node_modules/axe-core/axe.min.js", pathlib.Path("node_modules/axe-core/axe.min.js")]
    return next((pathlib.Path(place) for place in places if place and pathlib.Path(place).is_file()), None)


class Accessibility(unittest.TestCase):
    def check(self, *arguments, width=1200, dark=False):
        page = subprocess.run([SAIGA, "report", *arguments], capture_output=True, text=True, check=True, timeout=60).stdout
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "report.html"
            path.write_text(page.replace("</body>", f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{RUN}</script></body>"), encoding="utf-8")
            options = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", f"--window-size={width},900",
                       "--virtual-time-budget=60000", "--dump-dom"]
            options += ["--blink-settings=preferredColorScheme=0"] if dark else ["--blink-settings=preferredColorScheme=1"]
            done = subprocess.run([CHROMIUM, *options, path.as_uri()], capture_output=True, text=True, timeout=180)
        found = re.search(r'<pre id="axe-result">(.*?)</pre>', done.stdout, re.S)
        self.assertIsNotNone(found, done.stderr[-2000:])
        result = json.loads(html.unescape(found.group(1)))
        self.assertGreater(result["passes"], 10)
        self.assertEqual(result["found"], [])

    def test_english(self):
        self.check("main", "--on", "2012-02-23")

    def test_french_on_a_telephone_in_the_dark(self):
        self.check("main", "--on", "2012-02-23", "-l", "fr", width=500, dark=True)

    def test_spanish_in_the_dark(self):
        self.check("main", "--on", "2012-02-23", "-l", "es", dark=True)

    def test_implementation_on_a_telephone(self):
        self.check("implementation", width=500)


if __name__ == "__main__":
    CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    AXE = find_axe()
    if not CHROMIUM or not AXE:
        print(f"1..0 # SKIP there is no {'axe-core' if CHROMIUM else 'Chromium'}", flush=True)
        sys.exit(77)
    SAIGA = sys.argv.pop(1)
    unittest.main()
