/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A window with the species that both Conventions list: search on the left, on the right
 * what the joint work programme does for the one that is chosen. */

#include <string.h>

#include <gtk/gtk.h>
#include <saiga/saiga.h>

typedef struct
{
  SaigaSnapshot *snapshot;
  SaigaConcordance *concordance;
  GtkFilter *filter;
  GtkWidget *details;
  GtkWidget *count;
  GListModel *shown;
  char *wanted; /* folded; what the names must contain */
} Window;

static void
window_free (gpointer data,
             GClosure *closure)
{
  Window *self = data;

  g_object_unref (self->snapshot);
  g_object_unref (self->concordance);
  g_free (self->wanted);
  g_free (self);
}

/* ---- searching */

static gboolean
contains (const char *name,
          const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return strstr (folded, wanted) != NULL;
}

static gboolean
has_common_name (GListModel *taxa,
                 const char *wanted)
{
  for (guint i = 0; i < g_list_model_get_n_items (taxa); i++)
    {
      g_autoptr(SaigaTaxon) taxon = g_list_model_get_item (taxa, i);
      GListModel *names = saiga_taxon_get_common_names (taxon);

      for (guint n = 0; n < g_list_model_get_n_items (names); n++)
        {
          g_autoptr(SaigaCommonName) name = g_list_model_get_item (names, n);

          if (saiga_common_name_get_name (name) != NULL && contains (saiga_common_name_get_name (name), wanted))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_wanted (gpointer item,
           gpointer data)
{
  SaigaConcordanceRow *row = item;
  Window *self = data;
  const char *const *const lists[] = { saiga_concordance_row_get_names_a (row), saiga_concordance_row_get_names_b (row) };

  if (saiga_concordance_row_is_conditional (row))
    return FALSE;
  if (self->wanted == NULL || *self->wanted == '\0')
    return TRUE;
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; lists[side][i] != NULL; i++)
      if (contains (lists[side][i], self->wanted))
        return TRUE;

  return has_common_name (saiga_concordance_row_get_taxa_a (row), self->wanted) ||
         has_common_name (saiga_concordance_row_get_taxa_b (row), self->wanted);
}

static void
on_search_changed (GtkSearchEntry *entry,
                   Window *self)
{
  g_free (self->wanted);
  self->wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (entry)), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_shown_changed (GListModel *shown,
                  guint position,
                  guint removed,
                  guint added,
                  Window *self)
{
  g_autofree char *text = g_strdup_printf ("%u species and higher taxa", g_list_model_get_n_items (shown));

  gtk_label_set_text (GTK_LABEL (self->count), text);
}

/* ---- what is known of a row */

static void
add_label (Window *self,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), css_class == NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->details), label);
}

static void
add_relation (Window *self,
              SaigaRecord *record)
{
  g_autofree char *label = saiga_record_dup_label (record, "en");
  g_autoptr(GString) text = g_string_new (NULL);

  if (SAIGA_IS_ACTIVITY (record))
    {
      SaigaTimeframe *timeframe = saiga_activity_get_timeframe (SAIGA_ACTIVITY (record));

      g_string_append_printf (text, "%s  %s", saiga_activity_get_code (SAIGA_ACTIVITY (record)), label);
      if (timeframe != NULL)
        g_string_append_printf (text, " (%s)", saiga_timeframe_get_wording (timeframe));
    }
  else if (SAIGA_IS_FOCUS (record) && saiga_focus_get_programme_id (SAIGA_FOCUS (record)) != NULL)
    {
      SaigaRecord *programme = saiga_snapshot_lookup (self->snapshot, saiga_focus_get_programme_id (SAIGA_FOCUS (record)));
      g_autofree char *title = programme != NULL ? saiga_record_dup_label (programme, "en") : NULL;

      g_string_append_printf (text, "%s: %s", label, title != NULL ? title : "–");
    }
  else
    g_string_append (text, label);
  add_label (self, text->str, NULL);
}

static void
add_work (Window *self,
          GListModel *taxa,
          GHashTable *seen,
          GPtrArray *found)
{
  for (guint i = 0; i < g_list_model_get_n_items (taxa); i++)
    {
      g_autoptr(SaigaRecord) taxon = g_list_model_get_item (taxa, i);
      g_autoptr(GListModel) relations = saiga_relation_list (self->snapshot, taxon);

      for (guint n = 0; n < g_list_model_get_n_items (relations); n++)
        {
          g_autoptr(SaigaRelation) relation = g_list_model_get_item (relations, n);
          SaigaRecord *record = saiga_relation_get_record (relation);

          if (g_hash_table_add (seen, record))
            g_ptr_array_add (found, record);
        }
    }
}

static void
show_row (Window *self,
          SaigaConcordanceRow *row)
{
  static const struct
  {
    const char *type_name;
    const char *heading;
  } kinds[] = {
    { "focus", "Target of" },
    { "activity", "Activities" },
    { "progress", "What was done" },
    { "project", "Projects" },
    { "meeting", "Meetings" },
    { "decision", "Decisions" },
    { "instrument", "Instruments" },
  };
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_autofree char *title = g_strjoinv (", ", (char **) (saiga_concordance_row_get_names_a (row)[0] != NULL
                                                          ? saiga_concordance_row_get_names_a (row)
                                                          : saiga_concordance_row_get_names_b (row)));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->details)) != NULL)
    gtk_box_remove (GTK_BOX (self->details), child);

  add_label (self, title, "title-2");
  for (guint i = 0; i < saiga_concordance_row_get_n_reasons (row); i++)
    {
      g_autofree char *sentence = saiga_reason_dup_text (saiga_concordance_row_get_reason (row, i), "en");

      add_label (self, sentence, NULL);
    }

  add_work (self, saiga_concordance_row_get_taxa_a (row), seen, found);
  add_work (self, saiga_concordance_row_get_taxa_b (row), seen, found);
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < found->len; i++)
        {
          if (!g_str_equal (saiga_record_get_type_name (found->pdata[i]), kinds[k].type_name))
            continue;
          if (!any)
            add_label (self, kinds[k].heading, "heading");
          any = TRUE;
          add_relation (self, found->pdata[i]);
        }
    }
  if (found->len == 0)
    add_label (self, "The programme does not name it.", "dim-label");
}

static void
on_selected (GtkSingleSelection *selection,
             GParamSpec *pspec,
             Window *self)
{
  SaigaConcordanceRow *row = gtk_single_selection_get_selected_item (selection);

  if (row != NULL)
    show_row (self, row);
}

/* ---- the list */

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static char *
join_names (const char *const *names)
{
  return names[0] != NULL ? g_strjoinv (", ", (char **) names) : g_strdup ("–");
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         gpointer data)
{
  SaigaConcordanceRow *row = gtk_list_item_get_item (item);
  const char *appendices;
  g_autofree char *names = NULL;

  switch (GPOINTER_TO_INT (data))
    {
    case 0:
      names = join_names (saiga_concordance_row_get_names_a (row));
      break;

    case 1:
      appendices = saiga_concordance_row_get_appendices_a (row);
      names = g_strdup (appendices != NULL ? appendices : "–");
      break;

    case 2:
      names = join_names (saiga_concordance_row_get_names_b (row));
      break;

    default:
      appendices = saiga_concordance_row_get_appendices_b (row);
      names = g_strdup (appendices != NULL ? appendices : "–");
      break;
    }
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), names);
}

static GtkWidget *
new_list (GtkSelectionModel *selection)
{
  static const char *const titles[] = { "CMS", "App.", "CITES", "App." };
  GtkWidget *view = gtk_column_view_new (selection);

  for (int i = 0; i < 4; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_expand (column, i % 2 == 0);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Species that both Conventions list", -1);

  return view;
}

static GtkWidget *
new_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static void
on_activate (GtkApplication *application,
             Window *self)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GListModel *rows = saiga_concordance_get_view (self->concordance, SAIGA_CONCORDANCE_VIEW_SHARED);
  GtkSingleSelection *selection;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  self->shown = G_LIST_MODEL (gtk_filter_list_model_new (rows, self->filter));
  selection = gtk_single_selection_new (self->shown);

  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (search), 50);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search species", -1);
  g_signal_connect (search, "search-changed", G_CALLBACK (on_search_changed), self);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_box_append (GTK_BOX (left), search);
  gtk_box_append (GTK_BOX (left), self->count);
  gtk_box_append (GTK_BOX (left), new_scrolled (new_list (GTK_SELECTION_MODEL (selection))));
  gtk_widget_set_margin_top (left, 6);
  gtk_widget_set_margin_start (left, 6);
  gtk_widget_set_margin_end (left, 6);

  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->details, 12);
  gtk_widget_set_margin_bottom (self->details, 12);
  gtk_widget_set_margin_start (self->details, 12);
  gtk_widget_set_margin_end (self->details, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details), GTK_ACCESSIBLE_PROPERTY_LABEL, "What the programme does for the species", -1);

  g_signal_connect (self->shown, "items-changed", G_CALLBACK (on_shown_changed), self);
  g_signal_connect (selection, "notify::selected-item", G_CALLBACK (on_selected), self);
  on_shown_changed (self->shown, 0, 0, 0, self);
  on_selected (selection, NULL, self);

  gtk_paned_set_start_child (GTK_PANED (paned), left);
  gtk_paned_set_end_child (GTK_PANED (paned), new_scrolled (self->details));
  gtk_paned_set_position (GTK_PANED (paned), 480);
  gtk_window_set_child (GTK_WINDOW (window), paned);
  gtk_window_set_title (GTK_WINDOW (window), "CMS and CITES: shared species");
  gtk_window_set_default_size (GTK_WINDOW (window), 960, 640);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc,
      char *argv[])
{
  g_autoptr(GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaConcordance) concordance = NULL;
  g_autoptr(SaigaDate) date = saiga_date_parse ("2012-02-23", NULL);
  g_autoptr(GError) error = NULL;
  Window *self;

  snapshot = saiga_snapshot_new_embedded (&error);
  if (snapshot != NULL)
    concordance = saiga_concordance_new (snapshot, "authority.cms", "authority.cites", date, &error);
  if (concordance == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  self = g_new0 (Window, 1);
  self->snapshot = g_steal_pointer (&snapshot);
  self->concordance = g_steal_pointer (&concordance);
  g_signal_connect_data (application, "activate", G_CALLBACK (on_activate), self, window_free, 0);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
