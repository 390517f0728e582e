/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>

#include <saiga/saiga-version.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_RED_LIST_POINT (saiga_red_list_point_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaRedListPoint, saiga_red_list_point, SAIGA, RED_LIST_POINT, GObject)

SAIGA_AVAILABLE_IN_ALL
const char *saiga_red_list_point_get_group (SaigaRedListPoint *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_red_list_point_get_year (SaigaRedListPoint *self);
SAIGA_AVAILABLE_IN_ALL
double saiga_red_list_point_get_value (SaigaRedListPoint *self);
SAIGA_AVAILABLE_IN_ALL
double saiga_red_list_point_get_mean (SaigaRedListPoint *self);
SAIGA_AVAILABLE_IN_ALL
double saiga_red_list_point_get_lower (SaigaRedListPoint *self);
SAIGA_AVAILABLE_IN_ALL
double saiga_red_list_point_get_upper (SaigaRedListPoint *self);

SAIGA_AVAILABLE_IN_ALL
guint saiga_red_list_point_get_n_counted (SaigaRedListPoint *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_red_list_point_get_n_data_deficient (SaigaRedListPoint *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_red_list_point_get_n_left_out (SaigaRedListPoint *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_red_list_point_get_n_extrapolated (SaigaRedListPoint *self);

G_END_DECLS
