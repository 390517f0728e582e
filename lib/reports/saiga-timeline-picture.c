/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-timeline-picture.h>

#include "saiga-catalogue-private.h"
#include "saiga-timeline-figure-private.h"

/**
 * SaigaTimelinePicture:
 *
 * A picture of timelines: in which appendices a taxon was through the years.
 *
 * Of each timeline it has a lane for the whole taxon, one for each group of countries whose
 * populations were listed otherwise, and one for each Party that entered reservations. The
 * height in a lane tells the appendix, and the form of a mark what it is, not the colour alone;
 * an entry through a higher taxon is pale. The same is said in words for those who do not see it.
 *
 * ```python
 * timelines = Gio.ListStore.new(Saiga.Timeline)
 * timelines.append(Saiga.Timeline.new(law, "cites.loxodonta-africana", None))
 * svg = Saiga.TimelinePicture.new(timelines, None, "en").to_svg()
 * ```
 *
 * Since: 0.1
 */
struct _SaigaTimelinePicture
{
  GObject parent_instance;

  SaigaFigure *figure;
};

G_DEFINE_FINAL_TYPE (SaigaTimelinePicture, saiga_timeline_picture, G_TYPE_OBJECT)

static void
saiga_timeline_picture_finalize (GObject *object)
{
  g_clear_pointer (&SAIGA_TIMELINE_PICTURE (object)->figure, _saiga_figure_free);

  G_OBJECT_CLASS (saiga_timeline_picture_parent_class)->finalize (object);
}

static void
saiga_timeline_picture_class_init (SaigaTimelinePictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_timeline_picture_finalize;
}

static void
saiga_timeline_picture_init (SaigaTimelinePicture *self)
{
}

/* The taxa, each name once. */
static char *
dup_title (GListModel *timelines,
           const char *language)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (timelines); i++)
    {
      g_autoptr(SaigaTimeline) timeline = g_list_model_get_item (timelines, i);
      /* The snapshot of the law keeps it. */
      const char *name = saiga_taxon_get_name (saiga_timeline_get_taxon (timeline));

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);

  return _saiga_translate_fill (language, N_ ("%1 in the Appendices through the years"), joined, NULL);
}

/**
 * saiga_timeline_picture_new:
 * @timelines: a list of [class@Saiga.Timeline], in the order in which they are drawn
 * @title: (nullable): the title, or `NULL` for one that names the taxa
 * @language: the language of the words: `en`, `fr` or `es`
 *
 * Draws timelines.
 *
 * Returns: (transfer full): the picture
 *
 * Since: 0.1
 */
SaigaTimelinePicture *
saiga_timeline_picture_new (GListModel *timelines,
                            const char *title,
                            const char *language)
{
  SaigaTimelinePicture *self;
  g_autofree char *own_title = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (timelines), NULL);
  g_return_val_if_fail (g_type_is_a (g_list_model_get_item_type (timelines), SAIGA_TYPE_TIMELINE), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (title == NULL)
    own_title = dup_title (timelines, language);
  self = g_object_new (SAIGA_TYPE_TIMELINE_PICTURE, NULL);
  self->figure = _saiga_timeline_figure_new (timelines, title != NULL ? title : own_title, language);

  return self;
}

/**
 * saiga_timeline_picture_get_title:
 * @self: a picture
 *
 * Gets the title.
 *
 * Returns: (nullable): the title
 *
 * Since: 0.1
 */
const char *
saiga_timeline_picture_get_title (SaigaTimelinePicture *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_PICTURE (self), NULL);

  return self->figure != NULL ? _saiga_figure_get_title (self->figure) : NULL;
}

/**
 * saiga_timeline_picture_dup_words:
 * @self: a picture
 *
 * Says in words what the picture shows.
 *
 * Returns: (transfer full) (nullable): the words, which the SVG has as its description
 *
 * Since: 0.1
 */
char *
saiga_timeline_picture_dup_words (SaigaTimelinePicture *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_PICTURE (self), NULL);

  return self->figure != NULL ? _saiga_figure_dup_alternative (self->figure) : NULL;
}

/**
 * saiga_timeline_picture_to_svg:
 * @self: a picture
 *
 * Writes the picture as an SVG document with title and description, light or dark as the reader
 * prefers.
 *
 * Returns: (transfer full) (nullable): the SVG
 *
 * Since: 0.1
 */
char *
saiga_timeline_picture_to_svg (SaigaTimelinePicture *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_PICTURE (self), NULL);

  return self->figure != NULL ? _saiga_figure_to_document (self->figure) : NULL;
}
