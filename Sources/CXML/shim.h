#include <libxml/xmlversion.h>
// Debian's libxml2 converts by ICU, whose headers clash with those that Foundation brings; what they
// declare is only behind pointers.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
