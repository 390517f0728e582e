/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-sniff.h>

#include "saiga-format-private.h"

G_BEGIN_DECLS

/* Asks all formats, or only @only. NULL with an error if none takes it, or several are as sure; `member` and the
 * reasons of the sample are then those of the format. */
SaigaSniff *_saiga_sniff_new (SaigaSample *sample,
                              const SaigaFormat *only,
                              GError **error);

G_END_DECLS
