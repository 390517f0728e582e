// SPDX-License-Identifier: LGPL-2.1-or-later
// A small TAP runner for GJS: test() names what is to hold, run() tries it all and ends the program.
import GLib from 'gi://GLib';
import System from 'system';

const tests = [];

export const test = (name, check) => tests.push({name, check});

export function assertEqual(value, expected) {
    if (JSON.stringify(value) !== JSON.stringify(expected))
        throw new Error(`${JSON.stringify(value)} is not ${JSON.stringify(expected)}`);
}

export function run() {
    const loop = new GLib.MainLoop(null, false);
    let failed = 0;

    async function main() {
        print(`1..${tests.length}`);
        for (const [i, {name, check}] of tests.entries()) {
            try {
                await check();
                print(`ok ${i + 1} - ${name}`);
            } catch (e) {
                failed++;
                print(`not ok ${i + 1} - ${name}: ${e.message}`);
            }
        }
    }

    main().finally(() => loop.quit());
    loop.run();
    System.exit(failed ? 1 : 0);
}
