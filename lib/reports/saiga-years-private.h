/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands between which days, through the years: lanes with a band an appendix, so that the
 * height tells it and not the colour alone, and thin lanes for what one Party did. */

#define SAIGA_YEARS_N_TONES 4 /* the last one for what is none of the others */

typedef enum
{
  SAIGA_SPAN_OWN,
  SAIGA_SPAN_INHERITED, /* through something higher */
  SAIGA_SPAN_BELOW,     /* something below only */
} SaigaSpanStyle;

typedef enum
{
  SAIGA_SPAN_STANDS,
  SAIGA_SPAN_WITHDRAWN,
  SAIGA_SPAN_LAPSED,
} SaigaSpanEnd;

typedef struct _SaigaYears SaigaYears;

SaigaYears *_saiga_years_new (int first_day,
                              int last_day);
void _saiga_years_free (SaigaYears *self);

void _saiga_years_add_key (SaigaYears *self,
                           guint tone,
                           SaigaSpanStyle style,
                           const char *words);
void _saiga_years_add_cut_key (SaigaYears *self,
                               guint tone,
                               const char *words);
void _saiga_years_add_mark_key (SaigaYears *self,
                                SaigaSpanEnd end,
                                const char *words);
void _saiga_years_add_heading (SaigaYears *self,
                               const char *words);
void _saiga_years_add_lane (SaigaYears *self,
                            const char *label,
                            const char *const *bands);
void _saiga_years_add_span (SaigaYears *self,
                            guint band,
                            guint tone,
                            SaigaSpanStyle style,
                            int from,
                            int to,
                            const char *words,
                            const char *tip);
void _saiga_years_add_thin_lane (SaigaYears *self,
                                 const char *label,
                                 const char *tip);
void _saiga_years_add_thin_span (SaigaYears *self,
                                 guint tone,
                                 gboolean is_partial,
                                 int from,
                                 int to,
                                 SaigaSpanEnd end);

double _saiga_years_get_width (const SaigaYears *self);
double _saiga_years_get_height (const SaigaYears *self);
void _saiga_years_append_svg (const SaigaYears *self,
                              GString *svg);

int _saiga_year_of_day (int day);
int _saiga_first_day_of_year (int year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaYears, _saiga_years_free)

G_END_DECLS
