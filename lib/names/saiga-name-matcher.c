/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-matcher-private.h"

/**
 * SaigaNameMatcher:
 *
 * Finds names in a [class@NameIndex], however they are written.
 *
 * Each name is read, its authorship set aside as evidence, and looked for in
 * this order, each way only if the one before found nothing: the very words; the
 * words but for gender and spelling, as the codes count them the same; a few
 * letters changed; other spaces; the same epithet, author and year in another
 * genus or rank; the species of a lower name; the genus or higher taxon.
 *
 * All candidates are given. How a candidate was found is its class, how well it
 * fits its score.
 *
 * ```c
 * g_autoptr(SaigaNameMatcher) matcher = saiga_name_matcher_new (index);
 * g_autoptr(SaigaNameMatchList) found = saiga_name_matcher_match (matcher, "Loxadonta africana", NULL);
 * g_autoptr(SaigaNameCandidate) best = saiga_name_match_list_dup_candidate (found, 0, 0);
 * ```
 *
 * A matcher is set up in one thread, and may be used by several at a time after
 * that. To match a stream of any length, pass it in pieces of some thousand names
 * to [method@NameMatcher.match_names].
 *
 * Since: 0.1
 */

enum
{
  PROP_0,
  PROP_INDEX,
  PROP_MAX_EDITS,
  PROP_MAX_CANDIDATES,
  PROP_FUZZY_UNINOMIALS,
  PROP_FALLBACK,
  PROP_LENIENT,
  PROP_N_THREADS,
  PROP_PROGRESS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaigaNameMatcher, saiga_name_matcher, G_TYPE_OBJECT)

static void
saiga_name_matcher_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  SaigaNameMatcher *self = SAIGA_NAME_MATCHER (object);

  switch (prop_id)
    {
    case PROP_INDEX:
      g_value_set_object (value, self->index);
      break;
    case PROP_MAX_EDITS:
      g_value_set_uint (value, self->max_edits);
      break;
    case PROP_MAX_CANDIDATES:
      g_value_set_uint (value, self->max_candidates);
      break;
    case PROP_FUZZY_UNINOMIALS:
      g_value_set_boolean (value, self->fuzzy_uninomials);
      break;
    case PROP_FALLBACK:
      g_value_set_boolean (value, self->fallback);
      break;
    case PROP_LENIENT:
      g_value_set_boolean (value, self->lenient);
      break;
    case PROP_N_THREADS:
      g_value_set_uint (value, self->n_threads);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, saiga_name_matcher_get_progress (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
saiga_name_matcher_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  SaigaNameMatcher *self = SAIGA_NAME_MATCHER (object);

  switch (prop_id)
    {
    case PROP_INDEX:
      self->index = g_value_dup_object (value);
      break;
    case PROP_MAX_EDITS:
      saiga_name_matcher_set_max_edits (self, g_value_get_uint (value));
      break;
    case PROP_MAX_CANDIDATES:
      saiga_name_matcher_set_max_candidates (self, g_value_get_uint (value));
      break;
    case PROP_FUZZY_UNINOMIALS:
      saiga_name_matcher_set_fuzzy_uninomials (self, g_value_get_boolean (value));
      break;
    case PROP_FALLBACK:
      saiga_name_matcher_set_fallback (self, g_value_get_boolean (value));
      break;
    case PROP_LENIENT:
      saiga_name_matcher_set_lenient (self, g_value_get_boolean (value));
      break;
    case PROP_N_THREADS:
      saiga_name_matcher_set_n_threads (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
saiga_name_matcher_constructed (GObject *object)
{
  SaigaNameMatcher *self = SAIGA_NAME_MATCHER (object);

  G_OBJECT_CLASS (saiga_name_matcher_parent_class)->constructed (object);

  if (self->index == NULL)
    self->index = saiga_name_index_new ();
}

static void
saiga_name_matcher_finalize (GObject *object)
{
  SaigaNameMatcher *self = SAIGA_NAME_MATCHER (object);

  g_clear_object (&self->index);

  G_OBJECT_CLASS (saiga_name_matcher_parent_class)->finalize (object);
}

static void
saiga_name_matcher_class_init (SaigaNameMatcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = saiga_name_matcher_constructed;
  object_class->finalize = saiga_name_matcher_finalize;
  object_class->get_property = saiga_name_matcher_get_property;
  object_class->set_property = saiga_name_matcher_set_property;

  /**
   * SaigaNameMatcher:index:
   *
   * The index that is searched.
   *
   * Since: 0.1
   */
  properties[PROP_INDEX] = g_param_spec_object ("index", NULL, NULL, SAIGA_TYPE_NAME_INDEX,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * SaigaNameMatcher:max-edits: (getter get_max_edits) (setter set_max_edits)
   *
   * How many letters may differ in all. A word takes fewer where it is short, or where
   * many names are near.
   *
   * Since: 0.1
   */
  properties[PROP_MAX_EDITS] = g_param_spec_uint ("max-edits", NULL, NULL, 0, SAIGA_NAME_MAX_EDITS, 2, flags);

  /**
   * SaigaNameMatcher:max-candidates: (getter get_max_candidates) (setter set_max_candidates)
   *
   * How many candidates are given for a name, at most.
   *
   * Since: 0.1
   */
  properties[PROP_MAX_CANDIDATES] = g_param_spec_uint ("max-candidates", NULL, NULL, 1, 1000, 10, flags);

  /**
   * SaigaNameMatcher:fuzzy-uninomials: (getter get_fuzzy_uninomials) (setter set_fuzzy_uninomials)
   *
   * Whether letters may differ in a name of one word.
   *
   * Genera that differ by one letter are different names (ICZN 56.2), and there are many.
   *
   * Since: 0.1
   */
  properties[PROP_FUZZY_UNINOMIALS] = g_param_spec_boolean ("fuzzy-uninomials", NULL, NULL, FALSE, flags);

  /**
   * SaigaNameMatcher:fallback: (getter get_fallback) (setter set_fallback)
   *
   * Whether the species of a lower name, the genus, or the higher taxon is given where the name
   * itself is not found.
   *
   * Since: 0.1
   */
  properties[PROP_FALLBACK] = g_param_spec_boolean ("fallback", NULL, NULL, TRUE, flags);

  /**
   * SaigaNameMatcher:lenient: (getter get_lenient) (setter set_lenient)
   *
   * Whether everything within the number of edits is given, however likely it is another name:
   * for lists of suggestions, where somebody looks at each.
   *
   * Since: 0.1
   */
  properties[PROP_LENIENT] = g_param_spec_boolean ("lenient", NULL, NULL, FALSE, flags);

  /**
   * SaigaNameMatcher:n-threads: (getter get_n_threads) (setter set_n_threads)
   *
   * How many threads match a list of names; 0 for as many as there are processors.
   *
   * The result is the same with any number.
   *
   * Since: 0.1
   */
  properties[PROP_N_THREADS] = g_param_spec_uint ("n-threads", NULL, NULL, 0, SAIGA_NAME_MAX_THREADS, 1, flags);

  /**
   * SaigaNameMatcher:progress: (getter get_progress)
   *
   * How much of the names that are being matched is done, from 0 to 1.
   *
   * It changes without a notification: ask for it as often as it is shown.
   *
   * Since: 0.1
   */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
saiga_name_matcher_init (SaigaNameMatcher *self)
{
  self->max_edits = 2;
  self->max_candidates = 10;
  self->n_threads = 1;
  self->fallback = TRUE;
}

/**
 * saiga_name_matcher_new:
 * @index: what to search
 *
 * Makes a matcher.
 *
 * Returns: (transfer full): a new matcher
 *
 * Since: 0.1
 */
SaigaNameMatcher *
saiga_name_matcher_new (SaigaNameIndex *index)
{
  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (index), NULL);

  return g_object_new (SAIGA_TYPE_NAME_MATCHER, "index", index, NULL);
}

/**
 * saiga_name_matcher_get_index:
 * @self: a matcher
 *
 * Gets the index that is searched.
 *
 * Returns: (transfer none): the index
 *
 * Since: 0.1
 */
SaigaNameIndex *
saiga_name_matcher_get_index (SaigaNameMatcher *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), NULL);

  return self->index;
}

/**
 * saiga_name_matcher_get_max_edits: (get-property max-edits)
 * @self: a matcher
 *
 * Gets how many letters may differ in all. A word takes fewer where it is short, or where
 * many names are near.
 *
 * Returns: the number of letters that may differ
 *
 * Since: 0.1
 */
guint
saiga_name_matcher_get_max_edits (SaigaNameMatcher *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), 0);

  return self->max_edits;
}

/**
 * saiga_name_matcher_set_max_edits: (set-property max-edits)
 * @self: a matcher
 * @max_edits: the number of letters that may differ
 *
 * Sets how many letters may differ in all. A word takes fewer where it is short, or where
 * many names are near.
 *
 * Since: 0.1
 */
void
saiga_name_matcher_set_max_edits (SaigaNameMatcher *self,
                                  guint max_edits)
{
  g_return_if_fail (SAIGA_IS_NAME_MATCHER (self));

  max_edits = MIN (max_edits, SAIGA_NAME_MAX_EDITS);
  if (self->max_edits == max_edits)
    return;

  self->max_edits = max_edits;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAX_EDITS]);
}

/**
 * saiga_name_matcher_get_max_candidates: (get-property max-candidates)
 * @self: a matcher
 *
 * Gets how many candidates are given for a name, at most.
 *
 * Returns: the number of candidates
 *
 * Since: 0.1
 */
guint
saiga_name_matcher_get_max_candidates (SaigaNameMatcher *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), 0);

  return self->max_candidates;
}

/**
 * saiga_name_matcher_set_max_candidates: (set-property max-candidates)
 * @self: a matcher
 * @max_candidates: the number of candidates
 *
 * Sets how many candidates are given for a name, at most.
 *
 * Since: 0.1
 */
void
saiga_name_matcher_set_max_candidates (SaigaNameMatcher *self,
                                       guint max_candidates)
{
  g_return_if_fail (SAIGA_IS_NAME_MATCHER (self));

  max_candidates = CLAMP (max_candidates, 1, 1000);
  if (self->max_candidates == max_candidates)
    return;

  self->max_candidates = max_candidates;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAX_CANDIDATES]);
}

/**
 * saiga_name_matcher_get_fuzzy_uninomials: (get-property fuzzy-uninomials)
 * @self: a matcher
 *
 * Gets whether letters may differ in a name of one word.
 *
 * Genera that differ by one letter are different names (ICZN 56.2), and there are many.
 *
 * Returns: whether they may
 *
 * Since: 0.1
 */
gboolean
saiga_name_matcher_get_fuzzy_uninomials (SaigaNameMatcher *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), FALSE);

  return self->fuzzy_uninomials;
}

/**
 * saiga_name_matcher_set_fuzzy_uninomials: (set-property fuzzy-uninomials)
 * @self: a matcher
 * @fuzzy_uninomials: whether they may
 *
 * Sets whether letters may differ in a name of one word.
 *
 * Genera that differ by one letter are different names (ICZN 56.2), and there are many.
 *
 * Since: 0.1
 */
void
saiga_name_matcher_set_fuzzy_uninomials (SaigaNameMatcher *self,
                                         gboolean fuzzy_uninomials)
{
  g_return_if_fail (SAIGA_IS_NAME_MATCHER (self));

  fuzzy_uninomials = fuzzy_uninomials != FALSE;
  if (self->fuzzy_uninomials == fuzzy_uninomials)
    return;

  self->fuzzy_uninomials = fuzzy_uninomials;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FUZZY_UNINOMIALS]);
}

/**
 * saiga_name_matcher_get_fallback: (get-property fallback)
 * @self: a matcher
 *
 * Gets whether the species of a lower name, the genus, or the higher taxon is given where the name
 * itself is not found.
 *
 * Returns: whether they are
 *
 * Since: 0.1
 */
gboolean
saiga_name_matcher_get_fallback (SaigaNameMatcher *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), FALSE);

  return self->fallback;
}

/**
 * saiga_name_matcher_set_fallback: (set-property fallback)
 * @self: a matcher
 * @fallback: whether they are
 *
 * Sets whether the species of a lower name, the genus, or the higher taxon is given where the name
 * itself is not found.
 *
 * Since: 0.1
 */
void
saiga_name_matcher_set_fallback (SaigaNameMatcher *self,
                                 gboolean fallback)
{
  g_return_if_fail (SAIGA_IS_NAME_MATCHER (self));

  fallback = fallback != FALSE;
  if (self->fallback == fallback)
    return;

  self->fallback = fallback;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FALLBACK]);
}

/**
 * saiga_name_matcher_get_lenient: (get-property lenient)
 * @self: a matcher
 *
 * Gets whether everything within the number of edits is given, however likely it is another name:
 * for lists of suggestions, where somebody looks at each.
 *
 * Returns: whether it is
 *
 * Since: 0.1
 */
gboolean
saiga_name_matcher_get_lenient (SaigaNameMatcher *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), FALSE);

  return self->lenient;
}

/**
 * saiga_name_matcher_set_lenient: (set-property lenient)
 * @self: a matcher
 * @lenient: whether it is
 *
 * Sets whether everything within the number of edits is given, however likely it is another name:
 * for lists of suggestions, where somebody looks at each.
 *
 * Since: 0.1
 */
void
saiga_name_matcher_set_lenient (SaigaNameMatcher *self,
                                gboolean lenient)
{
  g_return_if_fail (SAIGA_IS_NAME_MATCHER (self));

  lenient = lenient != FALSE;
  if (self->lenient == lenient)
    return;

  self->lenient = lenient;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LENIENT]);
}

/**
 * saiga_name_matcher_get_n_threads: (get-property n-threads)
 * @self: a matcher
 *
 * Gets how many threads match a list of names; 0 for as many as there are processors.
 *
 * The result is the same with any number.
 *
 * Returns: the number of threads
 *
 * Since: 0.1
 */
guint
saiga_name_matcher_get_n_threads (SaigaNameMatcher *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), 0);

  return self->n_threads;
}

/**
 * saiga_name_matcher_set_n_threads: (set-property n-threads)
 * @self: a matcher
 * @n_threads: the number of threads
 *
 * Sets how many threads match a list of names; 0 for as many as there are processors.
 *
 * The result is the same with any number.
 *
 * Since: 0.1
 */
void
saiga_name_matcher_set_n_threads (SaigaNameMatcher *self,
                                  guint n_threads)
{
  g_return_if_fail (SAIGA_IS_NAME_MATCHER (self));

  n_threads = MIN (n_threads, SAIGA_NAME_MAX_THREADS);
  if (self->n_threads == n_threads)
    return;

  self->n_threads = n_threads;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_THREADS]);
}

/**
 * saiga_name_matcher_get_progress: (get-property progress)
 * @self: a matcher
 *
 * Gets how much of the names that are being matched is done. This may be asked
 * from any thread.
 *
 * Returns: a number from 0 to 1
 *
 * Since: 0.1
 */
double
saiga_name_matcher_get_progress (SaigaNameMatcher *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), 0);

  return g_atomic_int_get (&self->progress) / (double) SAIGA_NAME_WHOLE;
}
