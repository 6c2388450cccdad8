#pragma once
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <malloc.h>
#include <sys/signalfd.h>

/* What Swift cannot import: macros with casts, and variables that it takes for shared mutable state. */

static const attr_t kept_bold = A_BOLD;
static const attr_t kept_reverse = A_REVERSE;
static const attr_t kept_underline = A_UNDERLINE;
static const attr_t kept_dim = A_DIM;

static const mmask_t kept_click = BUTTON1_PRESSED;
static const mmask_t kept_wheel_up = BUTTON4_PRESSED;
static const mmask_t kept_wheel_down = BUTTON5_PRESSED;

/* Null names what TERM says. Null comes back for a terminal that is not known. */
static inline SCREEN *kept_open(const char *term) { return newterm((char *)term, stdout, stdin); }
static inline WINDOW *kept_window(void) { return stdscr; }
static inline int kept_colours(void) { return COLORS; }
static inline const char *kept_codeset(void) { return nl_langinfo(CODESET); }

/* The width that ncurses goes by. */
extern int wcwidth(wchar_t character);

/* A file that lives in memory only. */
extern int memfd_create(const char *name, unsigned int flags);
static inline int kept_memory(void) { return memfd_create("held", 1 /* close on exec */); }

/* Memory that was freed stays with the process: a frame is large enough for the allocator to hand it back to the
   system, which would then have to clear it again for the next one. */
static inline void kept_keep_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
}

/* A string capability, or null if the terminal lacks it. */
static inline const char *kept_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? (const char *)0 : text;
}

/* A capability filled with its numbers; valid until the next call. */
static inline const char *kept_filled(const char *capability, long first, long second) {
  return tparm((char *)capability, first, second, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}
