/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-sublist-private.h"

/* Some items of a list that never changes. */
#define SAIGA_TYPE_SUBLIST (_saiga_sublist_get_type ())
G_DECLARE_FINAL_TYPE (SaigaSublist, _saiga_sublist, SAIGA, SUBLIST, GObject)

struct _SaigaSublist
{
  GObject parent_instance;

  GListModel *model;
  GArray *positions; /* of guint */
};

static GType
saiga_sublist_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (SAIGA_SUBLIST (model)->model);
}

static guint
saiga_sublist_get_n_items (GListModel *model)
{
  return SAIGA_SUBLIST (model)->positions->len;
}

static gpointer
saiga_sublist_get_item (GListModel *model,
                        guint position)
{
  SaigaSublist *self = SAIGA_SUBLIST (model);

  if (position >= self->positions->len)
    return NULL;

  return g_list_model_get_item (self->model, g_array_index (self->positions, guint, position));
}

static void
saiga_sublist_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = saiga_sublist_get_item_type;
  iface->get_n_items = saiga_sublist_get_n_items;
  iface->get_item = saiga_sublist_get_item;
}

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (SaigaSublist, _saiga_sublist, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, saiga_sublist_iface_init))
/* clang-format on */

static void
saiga_sublist_finalize (GObject *object)
{
  SaigaSublist *self = SAIGA_SUBLIST (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->positions, g_array_unref);

  G_OBJECT_CLASS (_saiga_sublist_parent_class)->finalize (object);
}

static void
_saiga_sublist_class_init (SaigaSublistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_sublist_finalize;
}

static void
_saiga_sublist_init (SaigaSublist *self)
{
}

/* Takes the positions, which are of guint. */
GListModel *
_saiga_sublist_new_take (GListModel *model,
                         GArray *positions)
{
  SaigaSublist *self = g_object_new (SAIGA_TYPE_SUBLIST, NULL);

  self->model = g_object_ref (model);
  self->positions = positions;

  return G_LIST_MODEL (self);
}
