/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SAIGA_AUTHORS_SILENT, /* one side says neither author nor year */
  SAIGA_AUTHORS_AGREE,
  SAIGA_AUTHORS_DISAGREE,
} SaigaAuthorsAgreement;

/* Compares two authorships as _saiga_name_write_authorship () writes them; @score becomes 0 to 1. */
SaigaAuthorsAgreement _saiga_authors_compare (const char *a,
                                              gsize a_length,
                                              const char *b,
                                              gsize b_length,
                                              double *score);
/* Whether the authors of the basionym and its year agree, and both are known: the type of a transferred name. */
gboolean _saiga_authors_share_basionym (const char *a,
                                        gsize a_length,
                                        const char *b,
                                        gsize b_length);

G_END_DECLS
