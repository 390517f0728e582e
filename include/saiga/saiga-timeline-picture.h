/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-timeline.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_TIMELINE_PICTURE (saiga_timeline_picture_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaTimelinePicture, saiga_timeline_picture, SAIGA, TIMELINE_PICTURE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaTimelinePicture *saiga_timeline_picture_new (GListModel *timelines,
                                                  const char *title,
                                                  const char *language) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
const char *saiga_timeline_picture_get_title (SaigaTimelinePicture *self);
SAIGA_AVAILABLE_IN_ALL
char *saiga_timeline_picture_dup_words (SaigaTimelinePicture *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_timeline_picture_to_svg (SaigaTimelinePicture *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
