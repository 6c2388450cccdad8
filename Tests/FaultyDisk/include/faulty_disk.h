#pragma once

/* A disk that fails when it is told to: every database file of this process in one directory. All other files are
   left alone. SQLite's file layer stands between, so connections are opened as always. */
typedef struct faulty_disk faulty_disk;

/* How a call fails. Each says what the caller hears and what is on the disk afterwards. */
typedef enum {
  faulty_disk_full,       /* What needs space is refused, and nothing happens. */
  faulty_disk_refused,    /* Any change is an I/O error, and nothing happens. */
  faulty_disk_torn,       /* The same, but the first half of a write is on the disk. */
  faulty_disk_done,       /* The same, but all of it happened. */
  faulty_disk_unreadable, /* Reading is an I/O error. */
} faulty_disk_fault;

/* The disk of `directory`, an absolute path without links, sound until it is told otherwise. */
faulty_disk *faulty_disk_make(const char *directory);

/* Leaves the directory alone from now on. */
void faulty_disk_release(faulty_disk *disk);

/* Makes the call number `call` from now fail, counting those that the fault concerns from 1; when it `lasts`, all
   that follow too. */
void faulty_disk_break(faulty_disk *disk, faulty_disk_fault fault, int call, int lasts);

/* Ends it. */
void faulty_disk_mend(faulty_disk *disk);

/* What failed first since the disk was broken, such as "sync book.kept-wal"; empty when nothing did. */
const char *faulty_disk_failed(const faulty_disk *disk);

/* Writes down in the file `log` every change of this disk from now on, and what is flushed; null ends that. */
void faulty_disk_record(faulty_disk *disk, const char *log);

/* How many were written down. */
long faulty_disk_changes(const faulty_disk *disk);
