# SPDX-License-Identifier: LGPL-2.1-or-later
"""The examples: the same main job in each language prints the same lines.

usage: test_examples.py COMMAND… (each a program with its arguments, separated by “--”)
"""

import subprocess
import sys
import unittest

COMMANDS = []


class Examples(unittest.TestCase):
    def test_all_languages_say_the_same(self):
        answers = {" ".join(command): subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
                   for command in COMMANDS}
        first = next(iter(answers.values()))
        self.assertIn("Uncia uncia: I, Uncia uncia: I\n", first)
        self.assertIn("Bos grunniens: I, Bos mutus: I\n", first)
        for name, answer in answers.items():
            with self.subTest(name):
                self.assertEqual(answer, first)


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        if argument == "--":
            COMMANDS.append([])
        else:
            COMMANDS[-1].append(argument)
    del sys.argv[1:]
    unittest.main()
