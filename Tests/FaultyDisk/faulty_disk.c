#include "faulty_disk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct faulty_disk {
  char *directory;
  faulty_disk_fault fault;
  int call; /* Calls until the one that fails; 0 on a sound disk. */
  int lasts;
  char failed[256];
  FILE *record; /* Where changes are written down; null where they are not. */
  long changes;
  int holders; /* The test and every open file. */
  faulty_disk *next;
};

/* What SQLite holds of an open file: its methods, whose disk it is on, and behind that the real file. */
typedef struct {
  sqlite3_file base;
  faulty_disk *disk;
  const char *path;
} faulty_file;

typedef enum { call_create, call_grow, call_write, call_truncate, call_sync, call_delete, call_read } disk_call;

static sqlite3_vfs *real;
static faulty_disk *disks;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static sqlite3_file *inner(sqlite3_file *file) { return (sqlite3_file *)((faulty_file *)file + 1); }

/* ---- Which call fails ---- */

static int concerns(faulty_disk_fault fault, disk_call call) {
  if (fault == faulty_disk_unreadable) return call == call_read;
  if (fault == faulty_disk_full) return call != call_read && call != call_truncate && call != call_delete;
  return call != call_read;
}

static int fails(faulty_disk *disk, disk_call call, const char *path) {
  static const char *const names[] = {"create", "grow", "write", "truncate", "sync", "delete", "read"};
  if (!disk->call || !concerns(disk->fault, call)) return 0;
  if (disk->call > 1) {
    disk->call--;
    return 0;
  }
  if (!disk->lasts) disk->call = 0;
  if (!disk->failed[0]) {
    const char *slash = strrchr(path, '/');
    snprintf(disk->failed, sizeof disk->failed, "%s %s", names[call], slash ? slash + 1 : path);
  }
  return 1;
}

static int happens(const faulty_disk *disk) { return disk->fault == faulty_disk_done; }

/* ---- What is written down ---- */

/* One change: its kind, the length of the end of the file's name, a place, a count, that end, the bytes. Numbers are
   little-endian. */
static void note(faulty_disk *disk, char kind, const char *path, sqlite3_int64 place, const void *bytes, int count) {
  if (!disk->record) return;
  const char *slash = strrchr(path, '/');
  const char *end = strchr(slash ? slash : path, '-');
  if (!end) end = "";
  unsigned char head[14] = {(unsigned char)kind, (unsigned char)strlen(end)};
  for (int i = 0; i < 8; i++) head[2 + i] = (unsigned char)(place >> (8 * i));
  for (int i = 0; i < 4; i++) head[10 + i] = (unsigned char)(count >> (8 * i));
  fwrite(head, 1, sizeof head, disk->record);
  fwrite(end, 1, strlen(end), disk->record);
  fwrite(bytes, 1, (size_t)count, disk->record);
  disk->changes++;
}

/* ---- Files ---- */

static int file_close(sqlite3_file *file) {
  int code = inner(file)->pMethods->xClose(inner(file));
  faulty_disk_release(((faulty_file *)file)->disk);
  return code;
}

static int file_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  faulty_file *mine = (faulty_file *)file;
  if (fails(mine->disk, call_read, mine->path)) return SQLITE_IOERR_READ;
  return inner(file)->pMethods->xRead(inner(file), bytes, count, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  faulty_file *mine = (faulty_file *)file;
  const sqlite3_io_methods *methods = inner(file)->pMethods;
  if (!fails(mine->disk, call_write, mine->path)) {
    note(mine->disk, 'w', mine->path, offset, bytes, count);
    return methods->xWrite(inner(file), bytes, count, offset);
  }
  if (mine->disk->fault == faulty_disk_full) return SQLITE_FULL;
  if (mine->disk->fault == faulty_disk_torn) methods->xWrite(inner(file), bytes, count / 2, offset);
  if (happens(mine->disk)) methods->xWrite(inner(file), bytes, count, offset);
  return SQLITE_IOERR_WRITE;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
  faulty_file *mine = (faulty_file *)file;
  int failing = fails(mine->disk, call_truncate, mine->path);
  if (failing && !happens(mine->disk)) return SQLITE_IOERR_TRUNCATE;
  note(mine->disk, 't', mine->path, size, "", 0);
  int code = inner(file)->pMethods->xTruncate(inner(file), size);
  return failing ? SQLITE_IOERR_TRUNCATE : code;
}

/* The files do not outlive the test, so nothing is flushed. */
static int file_sync(sqlite3_file *file, int flags) {
  faulty_file *mine = (faulty_file *)file;
  (void)flags;
  note(mine->disk, 's', mine->path, 0, "", 0);
  return fails(mine->disk, call_sync, mine->path) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int file_shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
  faulty_file *mine = (faulty_file *)file;
  if (extend && fails(mine->disk, call_grow, mine->path)) return SQLITE_IOERR_SHMSIZE;
  return inner(file)->pMethods->xShmMap(inner(file), region, size, extend, memory);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  return inner(file)->pMethods->xFileSize(inner(file), size);
}
static int file_lock(sqlite3_file *file, int level) { return inner(file)->pMethods->xLock(inner(file), level); }
static int file_unlock(sqlite3_file *file, int level) { return inner(file)->pMethods->xUnlock(inner(file), level); }
static int file_reserved(sqlite3_file *file, int *is) {
  return inner(file)->pMethods->xCheckReservedLock(inner(file), is);
}
static int file_control(sqlite3_file *file, int code, void *argument) {
  return inner(file)->pMethods->xFileControl(inner(file), code, argument);
}
static int file_sector(sqlite3_file *file) { return inner(file)->pMethods->xSectorSize(inner(file)); }
static int file_device(sqlite3_file *file) { return inner(file)->pMethods->xDeviceCharacteristics(inner(file)); }
static int file_shm_lock(sqlite3_file *file, int offset, int count, int flags) {
  return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
}
static void file_shm_barrier(sqlite3_file *file) { inner(file)->pMethods->xShmBarrier(inner(file)); }
static int file_shm_unmap(sqlite3_file *file, int remove) {
  return inner(file)->pMethods->xShmUnmap(inner(file), remove);
}

/* Version 2: no memory-mapped reads, which would pass by `file_read`. */
static const sqlite3_io_methods file_methods = {
  2, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock,
  file_reserved, file_control, file_sector, file_device, file_shm_map, file_shm_lock, file_shm_barrier,
  file_shm_unmap, 0, 0,
};

/* ---- The layer ---- */

/* The disk that `path` is on, held; null when it is none of ours. */
static faulty_disk *hold(const char *path) {
  const char *slash = path ? strrchr(path, '/') : 0;
  if (!slash) return 0;
  size_t size = (size_t)(slash - path);
  pthread_mutex_lock(&lock);
  faulty_disk *disk = disks;
  while (disk && !(strlen(disk->directory) == size && !memcmp(disk->directory, path, size))) disk = disk->next;
  if (disk) disk->holders++;
  pthread_mutex_unlock(&lock);
  return disk;
}

static int layer_open(sqlite3_vfs *layer, const char *path, sqlite3_file *file, int flags, int *given) {
  (void)layer;
  faulty_disk *disk = hold(path);
  if (!disk) return real->xOpen(real, path, file, flags, given);
  int code = SQLITE_CANTOPEN;
  if (!(flags & SQLITE_OPEN_CREATE) || !fails(disk, call_create, path))
    code = real->xOpen(real, path, inner(file), flags, given);
  if (code != SQLITE_OK) {
    file->pMethods = 0;
    faulty_disk_release(disk);
    return code;
  }
  *(faulty_file *)file = (faulty_file){{&file_methods}, disk, path};
  return SQLITE_OK;
}

static int layer_delete(sqlite3_vfs *layer, const char *path, int flush) {
  (void)layer;
  faulty_disk *disk = hold(path);
  if (!disk) return real->xDelete(real, path, flush);
  int failing = fails(disk, call_delete, path);
  note(disk, 'd', path, 0, "", 0);
  if (flush) note(disk, 's', path, 0, "", 0);
  int code = failing && !happens(disk) ? SQLITE_OK : real->xDelete(real, path, 0);
  faulty_disk_release(disk);
  return failing ? SQLITE_IOERR_DELETE : code;
}

static void install(void) {
  static sqlite3_vfs layer;
  real = sqlite3_vfs_find(0);
  layer = *real;
  layer.zName = "faulty_disk";
  layer.szOsFile = (int)sizeof(faulty_file) + real->szOsFile;
  layer.xOpen = layer_open;
  layer.xDelete = layer_delete;
  sqlite3_vfs_register(&layer, 1);
}

/* ---- Disks ---- */

faulty_disk *faulty_disk_make(const char *directory) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
  faulty_disk *disk = calloc(1, sizeof *disk);
  if (!disk || !(disk->directory = strdup(directory))) abort();
  disk->holders = 1;
  pthread_mutex_lock(&lock);
  disk->next = disks;
  disks = disk;
  pthread_mutex_unlock(&lock);
  return disk;
}

void faulty_disk_release(faulty_disk *disk) {
  pthread_mutex_lock(&lock);
  int is_held = --disk->holders > 0;
  if (!is_held) {
    faulty_disk **place = &disks;
    while (*place != disk) place = &(*place)->next;
    *place = disk->next;
  }
  pthread_mutex_unlock(&lock);
  if (is_held) return;
  if (disk->record) fclose(disk->record);
  free(disk->directory);
  free(disk);
}

void faulty_disk_break(faulty_disk *disk, faulty_disk_fault fault, int call, int lasts) {
  disk->fault = fault;
  disk->call = call;
  disk->lasts = lasts;
  disk->failed[0] = 0;
}

void faulty_disk_mend(faulty_disk *disk) { disk->call = 0; }

const char *faulty_disk_failed(const faulty_disk *disk) { return disk->failed; }

void faulty_disk_record(faulty_disk *disk, const char *log) {
  if (disk->record) fclose(disk->record);
  disk->record = log ? fopen(log, "we") : 0;
}

long faulty_disk_changes(const faulty_disk *disk) { return disk->changes; }
