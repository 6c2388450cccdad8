#pragma once
#include <sqlite3.h>
#include <sys/vfs.h>

// sqlite3_config and sqlite3_db_config are variadic, which Swift cannot call. How much memory SQLite has nobody asks, and to
// count it takes a lock every time.
static inline int kept_sqlite_without_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

static inline int kept_sqlite_defensive(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

static inline int kept_sqlite_no_checkpoint_on_close(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

// The macro is too complicated for Swift.
static const int kept_sqlite_no_space_beside = SQLITE_IOERR_SHMSIZE;

// SQLITE_TRANSIENT makes SQLite copy what is bound; it is a cast that Swift does not import. A null pointer would
// bind NULL where an empty value is meant.
static inline int kept_sqlite_bind_text(sqlite3_stmt *statement, int index, const void *text, sqlite3_uint64 size) {
  const char *bytes = text ? (const char *)text : "";
  return sqlite3_bind_text64(statement, index, bytes, size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

// What is bound so stays where it is until the parameter is bound anew.
static inline int kept_sqlite_bind_kept_text(sqlite3_stmt *statement, int index, const void *text, sqlite3_uint64 size) {
  return sqlite3_bind_text64(statement, index, (const char *)text, size, SQLITE_STATIC, SQLITE_UTF8);
}

static inline int kept_sqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 size) {
  return sqlite3_bind_blob64(statement, index, bytes ? bytes : "", size, SQLITE_TRANSIENT);
}

// Glibc's Swift module leaves statfs out. 0 when the path cannot be asked.
static inline long long kept_file_system_magic(const char *path) {
  struct statfs system;
  return statfs(path, &system) == 0 ? (long long)system.f_type & 0xFFFFFFFF : 0;
}
