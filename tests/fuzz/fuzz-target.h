/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <stddef.h>

/* What a fuzz target is: libFuzzer calls it, and so does the test of the kept cases. */
int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);
