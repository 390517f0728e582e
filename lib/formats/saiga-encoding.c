/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-encoding-private.h"

/* What Windows has where Latin-1 has controls, from 0x80; 0: nothing. */
static const guint16 windows[32] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178
};

/* As g_utf8_validate_len (), but fast where there is nothing but ASCII, as there is in most of a table. */
gboolean
_saiga_utf8_is_valid (const char *text,
                      gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      guint64 word;
      const char *bad;

      while (end - text >= 8)
        {
          memcpy (&word, text, 8);
          /* A byte of 0, or one from 0x80. */
          if (((word | (word - G_GUINT64_CONSTANT (0x0101010101010101))) & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
            break;
          text += 8;
        }
      while (text<end && * text> 0)
        text++;
      if (text == end)
        return TRUE;

      /* The signs that are not ASCII stand alone or a few together. */
      if (*text == 0)
        return FALSE;
      for (bad = text; bad < end && *bad < 0;)
        bad++;
      if (!g_utf8_validate_len (text, bad - text, NULL))
        return FALSE;
      text = bad;
    }

  return TRUE;
}

void
_saiga_encoding_append_windows (GString *out,
                                const char *text,
                                gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = text[i];
      gunichar sign = byte >= 0x80 && byte < 0xa0 ? windows[byte - 0x80] : byte;

      g_string_append_unichar (out, sign != 0 && (byte >= 0x20 || strchr ("\t\n\r", byte) != NULL) ? sign : ' ');
    }
}

/* The byte that Windows-1252 has for a sign; −1: none. */
static int
find_byte (gunichar sign)
{
  if (sign >= 0x80 && sign <= 0xff)
    return sign;
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (windows[i] != 0 && windows[i] == sign)
      return 0x80 + i;

  return -1;
}

char *
_saiga_encoding_mend (const char *text)
{
  GString *mended = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      g_autoptr(GString) bytes = NULL;
      const char *end = text;

      while (*end != '\0' && (guchar) *end < 0x80)
        end++;
      if (end > text)
        {
          g_string_append_len (mended, text, end - text);
          text = end;
          continue;
        }

      bytes = g_string_new (NULL);
      for (int byte; (byte = find_byte (g_utf8_get_char (end))) >= 0; end = g_utf8_next_char (end))
        g_string_append_c (bytes, (char) byte);
      if (bytes->len > 0 && g_utf8_validate (bytes->str, bytes->len, NULL))
        g_string_append_len (mended, bytes->str, bytes->len);
      else
        {
          if (end == text)
            end = g_utf8_next_char (text);
          g_string_append_len (mended, text, end - text);
        }
      text = end;
    }

  return g_string_free (mended, FALSE);
}

/* Where the last whole sign of a sample ends: the sample may end inside of one. */
static gsize
whole_length (const guchar *data,
              gsize length)
{
  gsize back = 0;

  while (back < 4 && back < length && (data[length - 1 - back] & 0xc0) == 0x80)
    back++;
  if (back < length && data[length - 1 - back] >= 0xc0)
    return length - 1 - back;

  return length;
}

SaigaEncoding
_saiga_encoding_find (GBytes *sample)
{
  gsize length;
  const guchar *data = g_bytes_get_data (sample, &length);
  gsize n_zero[2] = { 0, 0 };
  gboolean is_ascii = TRUE;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return (SaigaEncoding){ "UTF-8", TRUE, FALSE };
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return (SaigaEncoding){ "UTF-16LE", TRUE, FALSE };
  if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return (SaigaEncoding){ "UTF-16BE", TRUE, FALSE };

  for (gsize i = 0; i < length; i++)
    {
      n_zero[i % 2] += data[i] == 0;
      is_ascii &= data[i] < 0x80;
    }

  /* In the letters of a table every second byte is zero, and never the other one. */
  if (n_zero[1] > length / 4 && n_zero[0] < length / 64)
    return (SaigaEncoding){ "UTF-16LE", FALSE, FALSE };
  if (n_zero[0] > length / 4 && n_zero[1] < length / 64)
    return (SaigaEncoding){ "UTF-16BE", FALSE, FALSE };

  if (is_ascii || _saiga_utf8_is_valid ((const char *) data, whole_length (data, length)))
    return (SaigaEncoding){ "UTF-8", FALSE, is_ascii };

  return (SaigaEncoding){ "windows-1252", FALSE, FALSE };
}

/* ---- Windows-1252 and Latin-1: iconv knows no fallback for the five bytes that mean nothing */

#define SAIGA_TYPE_WINDOWS_DECODER (_saiga_windows_decoder_get_type ())
G_DECLARE_FINAL_TYPE (SaigaWindowsDecoder, _saiga_windows_decoder, SAIGA, WINDOWS_DECODER, GObject)

struct _SaigaWindowsDecoder
{
  GObject parent_instance;
};

static GConverterResult
convert (GConverter *converter,
         const void *in,
         gsize in_size,
         void *out,
         gsize out_size,
         GConverterFlags flags,
         gsize *n_read,
         gsize *n_written,
         GError **error)
{
  g_autoptr(GString) text = g_string_sized_new (out_size + 1);
  gsize n = MIN (in_size, out_size / 3); /* no sign is longer */

  if (n == 0 && in_size > 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "");
      return G_CONVERTER_ERROR;
    }

  _saiga_encoding_append_windows (text, in, n);
  memcpy (out, text->str, text->len);
  *n_read = n;
  *n_written = text->len;

  return (flags & G_CONVERTER_INPUT_AT_END) && n == in_size ? G_CONVERTER_FINISHED : G_CONVERTER_CONVERTED;
}

static void
reset (GConverter *converter)
{
}

static void
_saiga_windows_decoder_init_converter (GConverterIface *iface)
{
  iface->convert = convert;
  iface->reset = reset;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SaigaWindowsDecoder, _saiga_windows_decoder, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_CONVERTER, _saiga_windows_decoder_init_converter))

static void
_saiga_windows_decoder_class_init (SaigaWindowsDecoderClass *klass)
{
}

static void
_saiga_windows_decoder_init (SaigaWindowsDecoder *self)
{
}

/* ---- decoding */

const char *
_saiga_encoding_parse (const char *text,
                       GError **error)
{
  static const char *const own[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", NULL };
  g_autoptr(GCharsetConverter) converter = NULL;

  for (guint i = 0; own[i] != NULL; i++)
    if (g_ascii_strcasecmp (own[i], text) == 0)
      return i == 4 ? own[3] : own[i];

  /* Long names are no encodings, and would be kept for ever. */
  converter = strlen (text) < 40 ? g_charset_converter_new ("UTF-8", text, NULL) : NULL;
  if (converter != NULL)
    return g_intern_string (text);

  g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE, "“%s” is no encoding that is known here: such as UTF-8, UTF-16LE or windows-1252 is expected", text);

  return NULL;
}

GInputStream *
_saiga_encoding_decode (GInputStream *stream,
                        const SaigaEncoding *encoding,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr(GConverter) converter = NULL;
  gsize mark = !encoding->has_mark ? 0 : g_str_equal (encoding->name, "UTF-8") ? 3
                                                                               : 2;

  if (mark > 0 && g_input_stream_skip (stream, mark, cancellable, error) < 0)
    return NULL;
  if (g_str_equal (encoding->name, "UTF-8"))
    return g_object_ref (stream);

  if (g_str_equal (encoding->name, "windows-1252"))
    converter = g_object_new (SAIGA_TYPE_WINDOWS_DECODER, NULL);
  else
    {
      converter = G_CONVERTER (g_charset_converter_new ("UTF-8", encoding->name, error));
      if (converter == NULL)
        return NULL;
      g_charset_converter_set_use_fallback (G_CHARSET_CONVERTER (converter), TRUE);
    }

  return g_converter_input_stream_new (stream, converter);
}
