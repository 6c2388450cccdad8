#pragma once

// libxml2 as a stream of events. It is loaded with the first file of XML that is read: linked, it would cost every start of
// the program more than half a millisecond (docs/DECISIONS.md).

typedef struct kept_xml kept_xml;

// What hears of what is read. Texts are UTF-8 and stay for the call only; lines count from 1.
typedef struct {
  void *context;
  // An element begins; its name is told without a prefix.
  void (*start)(void *context, const char *name, int line);
  // An attribute of the element that just began; the value is `count` bytes.
  void (*attribute)(void *context, const char *name, const char *value, int count);
  // Text of the element that is open; one text may come in several pieces.
  void (*text)(void *context, const char *bytes, int count);
  // The innermost element ends.
  void (*end)(void *context, int line);
  // A DOCTYPE begins. Nothing of it was read, and nothing comes after it.
  void (*doctype)(void *context, int line);
  // The file is not well-formed, and nothing comes after it; `is_cut_off` when it ends within an element.
  void (*fault)(void *context, const char *message, int is_cut_off, int line);
} kept_xml_listener;

// Loads the library once; 0 when the system has none.
int kept_xml_is_there(void);

// A reader that tells `listener`, or null without the library or without memory.
kept_xml *kept_xml_open(kept_xml_listener listener);

// Reads `count` further bytes; `is_last` when no others follow.
void kept_xml_read(kept_xml *xml, const char *bytes, int count, int is_last);

// Reads nothing any more, whatever comes.
void kept_xml_stop(kept_xml *xml);

void kept_xml_close(kept_xml *xml);
