#include "CLibXML.h"

#include <dlfcn.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// The functions that are used, each as the header declares it.
static struct {
  __typeof__(xmlCreatePushParserCtxt) *create;
  __typeof__(xmlCtxtUseOptions) *use_options;
  __typeof__(xmlParseChunk) *parse;
  __typeof__(xmlStopParser) *stop;
  __typeof__(xmlFreeParserCtxt) *free;
  __typeof__(xmlSAX2GetLineNumber) *line;
} library;
static int is_loaded = 0;
static pthread_once_t loading = PTHREAD_ONCE_INIT;

struct kept_xml {
  kept_xml_listener listener;
  xmlParserCtxtPtr parser;
  int is_stopped;
};

static void load(void) {
  // The second is the name since libxml2 2.14; the functions that are used have not changed.
  static const char *const names[] = {"libxml2.so.2", "libxml2.so.16"};
  void *handle = 0;
  for (size_t index = 0; index < sizeof names / sizeof *names && !handle; index++) {
    handle = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  }
  if (!handle) return;
  library.create = dlsym(handle, "xmlCreatePushParserCtxt");
  library.use_options = dlsym(handle, "xmlCtxtUseOptions");
  library.parse = dlsym(handle, "xmlParseChunk");
  library.stop = dlsym(handle, "xmlStopParser");
  library.free = dlsym(handle, "xmlFreeParserCtxt");
  library.line = dlsym(handle, "xmlSAX2GetLineNumber");
  is_loaded = library.create && library.use_options && library.parse && library.stop && library.free && library.line;
}

int kept_xml_is_there(void) {
  pthread_once(&loading, load);
  return is_loaded;
}

static void on_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int namespaces,
    const xmlChar **declared, int attributes, int defaulted, const xmlChar **values) {
  (void)prefix, (void)space, (void)namespaces, (void)declared, (void)defaulted;
  kept_xml *xml = context;
  if (xml->is_stopped) return;
  xml->listener.start(xml->listener.context, (const char *)name, library.line(xml->parser));
  // Five pointers an attribute: its name, prefix and namespace, begin and end of its value.
  for (int index = 0; index < attributes && !xml->is_stopped; index++) {
    const xmlChar **value = values + 5 * index;
    xml->listener.attribute(
        xml->listener.context, (const char *)value[0], (const char *)value[3], (int)(value[4] - value[3]));
  }
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)name, (void)prefix, (void)space;
  kept_xml *xml = context;
  if (!xml->is_stopped) xml->listener.end(xml->listener.context, library.line(xml->parser));
}

static void on_text(void *context, const xmlChar *bytes, int count) {
  kept_xml *xml = context;
  if (!xml->is_stopped) xml->listener.text(xml->listener.context, (const char *)bytes, count);
}

// Comes with the name of a DOCTYPE, before anything of what stands in it is looked at.
static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name, (void)external, (void)system;
  kept_xml *xml = context;
  if (xml->is_stopped) return;
  xml->listener.doctype(xml->listener.context, library.line(xml->parser));
  kept_xml_stop(xml);
}

// Every kind of error comes here; nothing is printed. A namespace that nobody declared is no reason to stop.
static void on_error(void *context, xmlErrorPtr error) {
  kept_xml *xml = context;
  if (xml->is_stopped || !error || error->level < XML_ERR_FATAL) return;
  int is_cut_off = error->code == XML_ERR_DOCUMENT_END || error->code == XML_ERR_TAG_NOT_FINISHED;
  xml->listener.fault(xml->listener.context, error->message ? error->message : "", is_cut_off, error->line);
  kept_xml_stop(xml);
}

kept_xml *kept_xml_open(kept_xml_listener listener) {
  if (!kept_xml_is_there()) return 0;
  kept_xml *xml = calloc(1, sizeof *xml);
  if (!xml) return 0;
  xml->listener = listener;
  // No tree is built, and entities beyond the five of XML are known to nobody: nothing of a file can grow.
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = on_text;
  handler.cdataBlock = on_text;
  handler.internalSubset = on_doctype;
  handler.serror = (xmlStructuredErrorFunc)on_error;
  xml->parser = library.create(&handler, xml, 0, 0, 0);
  if (!xml->parser) {
    free(xml);
    return 0;
  }
  library.use_options(xml->parser, XML_PARSE_NONET);
  return xml;
}

void kept_xml_read(kept_xml *xml, const char *bytes, int count, int is_last) {
  if (!xml->is_stopped) library.parse(xml->parser, bytes, count, is_last);
}

void kept_xml_stop(kept_xml *xml) {
  if (xml->is_stopped) return;
  xml->is_stopped = 1;
  library.stop(xml->parser);
}

void kept_xml_close(kept_xml *xml) {
  library.free(xml->parser);
  free(xml);
}
