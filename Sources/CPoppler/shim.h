#include <cairo.h>
#include <cairo-pdf.h>
#include <glib.h>
#include <poppler.h>
